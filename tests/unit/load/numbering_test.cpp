#include "load/numbering.h"
#include "model/typed_number.h"

#include <doctest/doctest.h>

#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

std::string headings(const ReadSite& site, std::string_view id) {
  std::string out;
  const Text& text = site.body("page", id);
  for (const HeadingNumber& each : text.heading_numbers)
    out += each.number + " " + plain_text(text.document, each.node) + "\n";
  return out;
}

std::string paragraphs(const ReadSite& site, std::string_view type, std::string_view id) {
  std::string out;
  for (const TextParagraph& each : site.body(type, id).paragraphs)
    out += std::to_string(each.number) + " " + each.anchor + "\n";
  return out;
}

}  // namespace

TEST_CASE("headings are numbered on a page that asks for it") {
  ReadSite site{{"content/a.md", md("title = \"A\"\nheadings = \"numbered\"",
                                    "## One\n\n### Deep\n\n### Deeper\n\n## Two\n\n#### Skipped\n\n### Three\n")},
                {"content/b.md", md("title = \"B\"", "## One\n")}};
  CHECK(site.messages() == "");
  CHECK(headings(site, "a") == "1 One\n1.1 Deep\n1.2 Deeper\n2 Two\n2.0.1 Skipped\n2.1 Three\n");
  CHECK(headings(site, "b") == "");
  CHECK(site.item("page", "a").numbered_headings);
}

TEST_CASE("a framework numbers its chapters and their headings, but for those that ask not") {
  ReadSite site{{"content/framework/index.md", md("title = \"F\"\nheadings = \"numbered\"", "## Before\n")},
                {"content/framework/a.md", md("title = \"A\"\norder = 1", "## One\n\n## Two\n")},
                {"content/framework/b.md", md("title = \"B\"\norder = 2\nheadings = \"none\"", "## One\n")},
                {"content/framework/c.md", md("title = \"C\"\norder = 3", "## One\n")}};
  CHECK(headings(site, "framework/a") == "1.1 One\n1.2 Two\n");
  CHECK(headings(site, "framework/b") == "");
  CHECK(headings(site, "framework/c") == "2.1 One\n");
  CHECK(site.item("page", "framework/a").number == "1");
  CHECK(site.item("page", "framework/b").number == "");
}

TEST_CASE("a number typed in a numbered heading is a finding; a year or a lone number is none") {
  ReadSite site{
      {"content/a.md", md("title = \"A\"\nheadings = \"numbered\"", "## 1.1 Aims\n\n## 2026 review\n\n## 3. Costs\n")}};
  CHECK(site.messages() ==
        "content/a.md:5:1: warning[numbering-gap]: this heading has the number 1.1 typed, and is numbered by itself as "
        "well\n"
        "   5 | ## 1.1 Aims\n"
        "     | ^^^^^^^^^^^\n"
        "  help: take the typed number out\n"
        "content/a.md:9:1: warning[numbering-gap]: this heading has the number 3 typed, and is numbered by itself as "
        "well\n"
        "   9 | ## 3. Costs\n"
        "     | ^^^^^^^^^^^\n"
        "  help: take the typed number out\n");
}

TEST_CASE("the number that an author typed") {
  CHECK(typed_number("3.1 Borough wide") == "3.1");
  CHECK(typed_number("3. Aims") == "3");
  CHECK(typed_number("3 Aims") == "");
  CHECK(typed_number("2026") == "");
  CHECK(typed_number("3.5% more") == "");
  CHECK(typed_number("Aims") == "");
}

TEST_CASE("paragraphs of prose are numbered, and no others") {
  ReadSite site{
      {"content/a.md",
       md("title = \"A\"\nparagraphs = \"numbered\"",
          "First of all we listen to people.\n\n- a list\n\n> quoted\n\nLeft out. {-}\n\n![alone](x.png)\n\n"
          "| a |\n| - |\n| b |\n\n```{list}\nselect = \"page\"\n```\n\nSecond.\n\nSecond.\n\n[^1]: A note.\n")}};
  CHECK(paragraphs(site, "page", "a") == "1 p-first-of-all-we-listen-to\n2 p-second\n3 p-second-1\n");
}

TEST_CASE("the paragraphs of a framework are numbered through, with its own text first") {
  ReadSite site{{"content/framework/index.md", md("title = \"F\"\nparagraphs = \"numbered\"", "Own.\n")},
                {"content/framework/a.md", md("title = \"A\"\norder = 1", "One.\n\nTwo. See [[¶5]] and [[¶ 1]].\n")},
                {"content/framework/b.md", md("title = \"B\"\norder = 2\nparagraphs = \"none\"", "No.\n")},
                {"content/framework/c.md", md("title = \"C\"\norder = 3", "Three.\n\nFour.\n")}};
  CHECK(site.messages() == "");
  CHECK(paragraphs(site, "framework", "framework") == "1 p-own\n");
  CHECK(paragraphs(site, "page", "framework/a") == "2 p-one\n3 p-two-see-5-and-1\n");
  CHECK(paragraphs(site, "page", "framework/b") == "");
  CHECK(paragraphs(site, "page", "framework/c") == "4 p-three\n5 p-four\n");
  const std::vector<Target>& targets = site.body("page", "framework/a").targets;
  REQUIRE(targets.size() == 2);
  CHECK(targets[0].item == site.find("page", "framework/c"));
  CHECK(targets[0].text == "p-four");
  CHECK(targets[1].item == site.find("framework", "framework"));
}

TEST_CASE("the anchor of a paragraph lasts when others are put in before it") {
  const auto anchors = [](const std::string& before) {
    ReadSite site{{"content/a.md", md("title = \"A\"\nparagraphs = \"numbered\"", before + "The same words.\n")}};
    return site.body("page", "a").paragraphs.back().anchor;
  };
  CHECK(anchors("") == anchors("Another.\n\n"));
}

TEST_CASE("what has neither letter nor digit is no word of an anchor") {
  ReadSite site{{"content/a.md",
                 md("title = \"A\"\nparagraphs = \"numbered\"", "Ask -- or *write* & ring, if you must.\n\n… !\n")}};
  CHECK(paragraphs(site, "page", "a") == "1 p-ask-or-write-ring-if-you\n2 p-\n");
}

TEST_CASE("a reference to a paragraph that there is not says where they are numbered") {
  ReadSite site{{"content/a.md", md("title = \"A\"", "See [[¶7]].\n")}};
  CHECK(site.messages() ==
        "content/a.md:4:5: error[unresolved-reference]: there is no paragraph numbered 7\n"
        "   4 | See [[¶7]].\n"
        "     |     ^^^^^^\n"
        "  help: paragraphs are numbered where the page, or the framework that it is in, says paragraphs = "
        "\"numbered\"\n");
}
