#include <doctest/doctest.h>

#include "model/typed_number.h"
#include "unit/site.h"

using namespace framewright;

namespace {

Files framework(std::initializer_list<const char*> titles) {
  Files files{{"content/framework/index.md", page("title = \"Framework\"", "Text.")}};
  int number = 0;
  for (const char* title : titles) {
    ++number;
    files["content/framework/chapter-" + std::to_string(number) + ".md"] =
        page("order = " + std::to_string(number) + "\ntitle = \"" + title + "\"", "Text.");
  }
  return files;
}

Files with_page(const std::string& body, const std::string& title = "Approach") {
  return {{"content/approach.md", page("title = \"" + title + "\"", body)}};
}

}  // namespace

TEST_CASE("a typed number has a dot") {
  CHECK(typed_number("3.1 Borough wide") == "3.1");
  CHECK(typed_number("4. Governance") == "4");
  CHECK(typed_number("4 Governance") == "");
  CHECK(typed_number("2026") == "");
  CHECK(typed_number("") == "");
}

TEST_CASE("a number missing in the titles of chapters is reported at the title after it") {
  CHECK(messages("numbering-gap", framework({"1. Introduction", "2. Aims", "4. Governance"})) ==
        R"(content/framework/chapter-3.md:3:9: warning[numbering-gap]: chapter 3 is missing: 2 is followed by 4
   3 | title = "4. Governance"
     |         ^^^^^^^^^^^^^^^
  help: number them one after the other
)");
  CHECK(messages("numbering-gap", framework({"2. Aims", "3. Governance"})) ==
        R"(content/framework/chapter-1.md:3:9: warning[numbering-gap]: chapter 1 is missing: the first is 2
   3 | title = "2. Aims"
     |         ^^^^^^^^^
  help: number them one after the other
)");
}

TEST_CASE("a number that two chapters have is reported at the second") {
  CHECK(messages("numbering-gap", framework({"1. Introduction", "2. Aims", "2. Governance", "4. Review"})) ==
        R"(content/framework/chapter-3.md:3:9: warning[numbering-gap]: two chapters have the number 2
   3 | title = "2. Governance"
     |         ^^^^^^^^^^^^^^^
  also: content/framework/chapter-2.md:3:9: it stands here first
   3 | title = "2. Aims"
     |         ^^^^^^^^^
  help: number them one after the other
)");
}

TEST_CASE("chapters without numbers may stand between") {
  CHECK(messages("numbering-gap", framework({"Foreword", "1. Introduction", "Interlude", "2. Aims", "Appendix 1"})) ==
        "");
}

TEST_CASE("a title with a typed number that is numbered by itself is reported") {
  Files files = framework({"1. Introduction"});
  files["content/framework/index.md"] = page("title = \"Framework\"\nheadings = \"numbered\"", "Text.");
  CHECK(
      messages("numbering-gap", files) ==
      R"(content/framework/chapter-1.md:3:9: warning[numbering-gap]: this title has the number 1 typed, and is numbered by itself as well
   3 | title = "1. Introduction"
     |         ^^^^^^^^^^^^^^^^^
  help: take the typed number out
)");
}

TEST_CASE("a number missing in headings is reported at the heading after it") {
  CHECK(messages("numbering-gap", with_page("## 3.1 One\n\nText.\n\n## 3.3 Three\n\nText.\n")) ==
        R"(content/approach.md:9:1: warning[numbering-gap]: heading 3.2 is missing: 3.1 is followed by 3.3
   9 | ## 3.3 Three
     | ^^^^^^^^^^^^
  help: number them one after the other
)");
  CHECK(messages("numbering-gap", with_page("## 3.2 Two\n\nText.\n\n## 3.3 Three\n\nText.\n", "3. Approach")) ==
        R"(content/approach.md:5:1: warning[numbering-gap]: heading 3.1 is missing: the first is 3.2
   5 | ## 3.2 Two
     | ^^^^^^^^^^
  help: number them one after the other
)");
}

TEST_CASE("headings numbered anew in each part, quantities, times and dates are not reported") {
  CHECK(
      messages("numbering-gap", with_page("## Part\n\n### 1. One\n\nText.\n\n### 2. Two\n\nText.\n\n## Other\n\n### 1. "
                                          "One\n\nText.\n\n### 2. Two\n\nText.\n")) == "");
  CHECK(messages("numbering-gap",
                 with_page("## Part\n\n### 3.1 One\n\nText.\n\n## Other\n\n### 3.2 Two\n\nText.\n\n### 3.3 "
                           "Three\n\nText.\n")) == "");
  CHECK(messages("numbering-gap", with_page("## 1.2 million people\n\nText.\n\n## 1.5 million homes\n\nText.\n")) ==
        "");
  CHECK(messages("numbering-gap", with_page("## 01.04.2026 Launch\n\nText.\n\n## 01.06.2026 Review\n\nText.\n")) == "");
  CHECK(messages("numbering-gap", with_page("## 9.30 Arrival\n\nText.\n\n## 9.45 Welcome\n\nText.\n")) == "");
}

TEST_CASE("an entry of a list without its number is reported at the number after it") {
  CHECK(messages("numbering-gap", with_page("- [3.1 Borough wide](#a)\n- [Locality](#b)\n- [3.3 Individual](#c)\n")) ==
        R"(content/approach.md:7:4: warning[numbering-gap]: entry 3.2 is missing: 3.1 is followed by 3.3
   7 | - [3.3 Individual](#c)
     |    ^^^
  help: give each entry its number, in their order
)");
  CHECK(messages("numbering-gap", with_page("- 1.1 One\n- 1.2 Two\n- 1.3 Three\n- 1.5 Five\n")) ==
        R"(content/approach.md:8:3: warning[numbering-gap]: entry 1.4 is missing: 1.3 is followed by 1.5
   8 | - 1.5 Five
     |   ^^^
  help: give each entry its number, in their order
)");
  CHECK(messages("numbering-gap", with_page("- 1.1 One\n- 1.2 Two\n- 1.2 Again\n- 1.3 Three\n")) ==
        R"(content/approach.md:7:3: warning[numbering-gap]: two entries have the number 1.2
   7 | - 1.2 Again
     |   ^^^
  also: content/approach.md:6:3: it stands here first
   6 | - 1.2 Two
     |   ^^^
  help: number them one after the other
)");
}

TEST_CASE("a list that picks some of many has no gap") {
  CHECK(messages("numbering-gap", with_page("- 3.1 Borough wide\n- 3.3 Individual\n")) == "");
  CHECK(messages("numbering-gap", with_page("- 1.2 million people\n- and growing\n- 1.4 million homes\n")) == "");
}
