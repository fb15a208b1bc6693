#include <doctest/doctest.h>

#include <algorithm>

#include "unit/site.h"

using namespace framewright;

namespace {

// Two boards that nothing leads to and a page with a vague link.
Files site_with(const std::string& config, const std::string& front_matter = {}) {
  return {{"site.toml", "title = \"T\"\n" + config},
          {"content/boards/boards.toml", "[board]\ntitle = \"Board\"\n\n[panel]\ntitle = \"Panel\"\n"},
          {"content/a/b.md", page("title = \"B\"\n" + front_matter, "[here](../index.md)")}};
}

std::string waiver(const std::string& rule, const std::string& at, const std::string& more = {}) {
  return "[[waiver]]\nrule = \"" + rule + "\"\nat = \"" + at + "\"\nreason = \"Agreed.\"\n" + more;
}

std::size_t count(const TestSite& site, std::string_view rule) {
  return static_cast<std::size_t>(std::count_if(site.findings().begin(), site.findings().end(),
                                                [&](const Diagnostic& d) { return d.rule == rule; }));
}

}  // namespace

TEST_CASE("a site sets the severity of a rule, or puts it off") {
  const TestSite site(site_with("[rules]\norphan = \"error\"\nvague-link-text = \"off\"\n"));
  CHECK(site.messages("orphan") ==
        R"(content/boards/boards.toml:1:2: error[orphan]: nothing leads to this board: no text, list or link names it
   1 | [board]
     |  ^^^^^
  help: name it where readers will look for it: [[board]]
content/boards/boards.toml:4:2: error[orphan]: nothing leads to this board: no text, list or link names it
   4 | [panel]
     |  ^^^^^
  help: name it where readers will look for it: [[panel]]
)");
  CHECK(count(site, "vague-link-text") == 0);
  CHECK(site.waived().empty());
}

TEST_CASE("a waiver of site.toml holds for an item, a path or what is below one") {
  for (const char* at : {"board", "board:board"}) {
    CAPTURE(at);
    const TestSite site(site_with(waiver("orphan", at)));
    CHECK(count(site, "orphan") == 1);
    REQUIRE(site.waived().size() == 1);
    CHECK(site.waived()[0].message == "nothing leads to this board: no text, list or link names it");
    CHECK(count(site, "unused-waiver") == 0);
  }
  for (const char* at : {"content/a/b.md", "content/a", "content/a/", "a/b", "a"}) {
    CAPTURE(at);
    const TestSite site(site_with(waiver("vague-link-text", at)));
    CHECK(count(site, "vague-link-text") == 0);
    CHECK(site.waived().size() == 1);
  }
}

TEST_CASE("a waiver holds for no other rule, item or path") {
  for (const auto& [rule, place] : {std::pair{"orphan", "boa"}, std::pair{"orphan", "strategy:board"},
                                    std::pair{"vague-link-text", "content/a/b2.md"},
                                    std::pair{"vague-link-text",
                                              "content/a/"
                                              "bb"},
                                    std::pair{"cycle", "board"}}) {
    const char* const at = place;
    CAPTURE(at);
    const TestSite site(site_with(waiver(rule, at)));
    CHECK(site.waived().empty());
    CHECK(count(site, "unused-waiver") == 1);
  }
}

TEST_CASE("a waiver of front matter holds for its file") {
  const std::string here = "waive = [{ rule = \"vague-link-text\", reason = \"Agreed.\" }]";
  const TestSite site(site_with("", here));
  CHECK(count(site, "vague-link-text") == 0);
  CHECK(site.waived().size() == 1);
  CHECK(count(site, "orphan") == 2);
}

TEST_CASE("a waiver holds on its last day, and is reported after it") {
  const TestSite today(site_with(waiver("vague-link-text", "a", "until = 2026-11-23\n")));
  CHECK(today.waived().size() == 1);
  const TestSite later(site_with(waiver("vague-link-text", "a", "until = 2026-11-22\n")));
  CHECK(later.waived().empty());
  CHECK(count(later, "vague-link-text") == 1);
  CHECK(count(later, "unused-waiver") == 0);
  CHECK(later.messages("expired-waiver") ==
        R"(site.toml:3:8: warning[expired-waiver]: this waiver of vague-link-text held until 2026-11-22
   3 | rule = "vague-link-text"
     |        ^^^^^^^^^^^^^^^^^
  help: mend what it was for and take it out, or decide again and set another day
)");
}

TEST_CASE("a waiver of nothing, and one of a rule that is not known, are reported at the waiver") {
  CHECK(TestSite(site_with(waiver("cycle", "board"))).messages("unused-waiver") ==
        R"(site.toml:3:8: warning[unused-waiver]: there is nothing that this waiver of cycle is for
   3 | rule = "cycle"
     |        ^^^^^^^
  help: take it out if the finding is mended, or mend what it names with at
)");
  CHECK(TestSite(site_with(waiver("orphaned", "board"))).messages("bad-config") ==
        R"(site.toml:3:8: error[bad-config]: there is no rule "orphaned" to waive
   3 | rule = "orphaned"
     |        ^^^^^^^^^^ did you mean "orphan"?
  help: `framewright explain --list` lists the rules
)");
}

TEST_CASE("a waiver of a rule of the site is known") {
  const std::string rule =
      "[[rule]]\nname = \"own\"\nselect = \"board\"\nrequire = \"members is not empty\"\nmessage = \"No.\"\n";
  const TestSite site(site_with(rule + waiver("own", "panel")));
  CHECK(count(site, "own") == 1);
  CHECK(site.waived().size() == 1);
}

TEST_CASE("findings in rows and tables belong to the item that they stand in") {
  const std::string rows = "id,title,size\nrow-1,One,tiny\nrow-2,Two,tiny\n";
  Files files = site_with(waiver("bad-value", "row-2"));
  files["content/register/suppliers.csv"] = rows;
  const TestSite site(std::move(files));
  REQUIRE(site.waived().size() == 1);
  CHECK(site.model().files.text(site.waived()[0].where) == "tiny");
  CHECK(site.waived()[0].where.begin == rows.rfind("tiny"));
}
