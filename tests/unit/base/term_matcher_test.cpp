#include "base/term_matcher.h"

#include <doctest/doctest.h>

using namespace framewright;

namespace {

// The matches as `words`=id, joined by a space.
std::string find(const TermMatcher& matcher, std::string_view text) {
  std::vector<TermMatch> found;
  matcher.find(text, found);
  std::string out;
  for (const TermMatch& match : found) {
    if (!out.empty()) out += ' ';
    out.append("`").append(text.substr(match.begin, match.end - match.begin)).append("`=");
    out += std::to_string(match.id);
  }
  return out;
}

}  // namespace

TEST_CASE("the longest of the names that begin at one place is found, and they do not overlap") {
  const TermMatcher matcher(
      {{"pooled budget", 1}, {"budget", 2}, {"pooled budget agreement", 3}, {"agreement form", 4}});
  CHECK(find(matcher, "A pooled budget agreement form; pooled budgets, a budget.") ==
        "`pooled budget agreement`=3 `budget`=2");
  CHECK(find(matcher, "pooled pooled budget") == "`pooled budget`=1");
}

TEST_CASE("only whole words match") {
  const TermMatcher matcher({{"need", 1}, {"C++", 2}, {"(S3)", 3}});
  CHECK(find(matcher, "needs needed unneed need2 éneed needé need's need-led need") == "`need`=1 `need`=1 `need`=1");
  CHECK(find(matcher, "C++11, C++ and x(S3)y") == "`C++`=2 `C++`=2 `(S3)`=3");
}

TEST_CASE("case, quotation marks, dashes and white space do not matter, and places are those of the text") {
  const TermMatcher matcher({{"children's trust", 1}, {"Ŵyl – Élan", 2}, {"safe guard", 3}});
  CHECK(find(matcher, "“The CHILDREN’S  \nTrust” ŵYL - éLAN safe\xC2\xA0guard") ==
        "`CHILDREN’S  \nTrust`=1 `ŵYL - éLAN`=2 `safe\xC2\xA0guard`=3");
}

TEST_CASE("an abbreviation matches by its very letters") {
  const TermMatcher matcher({{"it", 1}, {"IT", 2, true}, {"US", 3, true}, {"IT board", 4}});
  CHECK(find(matcher, "it IT It us US us IT Board") == "`it`=1 `IT`=2 `It`=1 `US`=3 `IT Board`=4");
}

TEST_CASE("of equal names the first given wins") {
  CHECK(find(TermMatcher({{"Plan", 1}, {"plan", 2}}), "plan") == "`plan`=1");
}

TEST_CASE("no names and no text are nothing to find") {
  CHECK(TermMatcher().empty());
  CHECK(TermMatcher(std::vector<TermName>{{" ", 1}}).empty());
  CHECK(find(TermMatcher(), "text").empty());
  CHECK(find(TermMatcher({{"a", 1}}), "").empty());
}
