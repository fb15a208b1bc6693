#include "search/term_index.h"

#include <doctest/doctest.h>

using namespace framewright;

namespace {

// "term: page/tier page/tier; …"
std::string listed(const TermIndex& index) {
  std::string out;
  for (std::size_t i = 0; i < index.size(); ++i) {
    out += (out.empty() ? "" : "; ") + index.term(i) + ":";
    for (const Posting posting : index.postings(i))
      out += " " + std::to_string(page_of(posting)) + "/" + std::to_string(static_cast<int>(tier_of(posting)));
  }
  return out;
}

TermCollector collected(std::uint32_t first, std::vector<std::pair<std::string, Tier>> pages) {
  TermCollector terms(true);
  for (const auto& [text, tier] : pages) {
    terms.begin_page(first++);
    terms.add(text, tier);
  }
  terms.finish();
  return terms;
}

}  // namespace

TEST_CASE("a page stands once under a term, at the best place that it has") {
  TermCollector terms(true);
  terms.begin_page(0);
  terms.add("plans, plan", Tier::text);
  terms.add("Plan", Tier::title);
  terms.add("plan need", Tier::heading);
  terms.begin_page(1);
  terms.add("the need", Tier::text);
  terms.finish();
  std::vector<TermCollector> parts;
  parts.push_back(std::move(terms));
  CHECK(listed(TermIndex(std::move(parts))) == "need: 0/1 1/2; plan: 0/0");
}

TEST_CASE("the index is the same however the pages are shared out") {
  std::vector<TermCollector> one, two;
  one.push_back(collected(0, {{"need plan", Tier::text}, {"plan", Tier::title}, {"cost need", Tier::heading}}));
  two.push_back(collected(0, {{"need plan", Tier::text}, {"plan", Tier::title}}));
  two.push_back(collected(2, {{"cost need", Tier::heading}}));
  CHECK(listed(TermIndex(std::move(one))) == listed(TermIndex(std::move(two))));
}
