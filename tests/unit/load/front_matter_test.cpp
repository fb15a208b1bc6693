#include "load/front_matter.h"

#include <doctest/doctest.h>

#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

// The two parts of a text, parted by a bar.
std::string parts_of(const std::string& text) {
  Diagnostics found;
  const FrontMatter parts = split_front_matter(text, 0, found);
  CHECK(found.empty());
  return text.substr(parts.toml_begin, parts.toml_end - parts.toml_begin) + "|" + text.substr(parts.body_begin);
}

}  // namespace

TEST_CASE("front matter stands between two lines of +++") {
  CHECK(parts_of("+++\ntitle = \"A\"\n+++\nBody\n") == "title = \"A\"\n|Body\n");
  CHECK(parts_of("+++\n+++\n") == "|");
  CHECK(parts_of("+++ \ntitle = 1\n+++\t\nBody") == "title = 1\n|Body");
}

TEST_CASE("front matter may begin after a byte-order mark and have lines that end in CR LF") {
  CHECK(parts_of("+++\r\ntitle = \"A\"\r\n+++\r\nBody\r\n") == "title = \"A\"\r\n|Body\r\n");
  ReadSite site{{"content/a.md", "\xEF\xBB\xBF+++\r\ntitle = \"A\"\r\nsumary = \"x\"\r\n+++\r\nSee [[S9]].\r\n"}};
  CHECK(site.item("page", "a").title == "A");
  CHECK(site.headlines() ==
        "content/a.md:3:1: error[unknown-field]: a page has no field \"sumary\"\n"
        "content/a.md:5:5: error[unresolved-reference]: there is no item \"S9\"\n");
}

TEST_CASE("a text without front matter is all body") {
  CHECK(parts_of("Body\n+++\nmore\n") == "|Body\n+++\nmore\n");
  CHECK(parts_of("++++\nx\n++++\n") == "|++++\nx\n++++\n");
  CHECK(parts_of("") == "|");
}

TEST_CASE("front matter that is never closed is one finding at its beginning") {
  ReadSite site{{"content/a.md", "+++\ntitle = \"A\"\n\nSee [[S9]].\n"}, {"content/b.md", "See [[S8]].\n"}};
  CHECK(site.messages() ==
        "content/a.md:1:1: error[unreadable-file]: this front matter is never closed\n"
        "   1 | +++\n"
        "     | ^^^\n"
        "  help: end it with a line of +++ before the text\n"
        "content/b.md:1:1: error[missing-field]: this page has no title\n"
        "   1 | See [[S8]].\n"
        "     | ^\n"
        "  help: write title = \"…\" between the lines of +++ at the top\n"
        "content/b.md:1:5: error[unresolved-reference]: there is no item \"S8\"\n"
        "   1 | See [[S8]].\n"
        "     |     ^^^^^^\n"
        "  help: write its id, or its title just as it stands\n");
}

TEST_CASE("front matter in YAML is told from a rule across the page, and is one finding") {
  ReadSite site{{"content/a.md", "---\ntitle: A\n---\nBody\n"}};
  CHECK(site.messages() ==
        "content/a.md:1:1: error[unreadable-file]: the front matter stands between lines of ---, which is YAML\n"
        "   1 | ---\n"
        "     | ^^^\n"
        "  help: put it between lines of +++ and write it as TOML: title = \"A title\"\n");
}

TEST_CASE("front matter that is malformed is one finding at its place, and other files are still read") {
  ReadSite site{{"content/standards/S1.md", md("title = \"Safe\nowner = \"x\"", "Text.\n")},
                {"content/register/C-1.md", md("title = ", "Text.\n")},
                {"content/strategies/help.md", md("title = \"Help\"\nstandards = [\"S1\", \"S2\"]")}};
  CHECK(site.headlines() ==
        "content/register/C-1.md:2:7: error[unreadable-file]: there is no value after \"=\"\n"
        "content/standards/S1.md:2:9: error[unreadable-file]: this quotation mark is never closed\n"
        "content/strategies/help.md:3:20: error[unresolved-reference]: there is no standard \"S2\"\n");
}

TEST_CASE("front matter below empty lines is reported, not shown") {
  CHECK(ReadSite{{"content/a.md", "\n \n+++\ntitle = \"A\"\n+++\nText.\n"}}.messages() ==
        "content/a.md:3:1: error[unreadable-file]: front matter must begin on the first line\n"
        "   3 | +++\n"
        "     | ^^^\n"
        "  help: take out the empty lines above it\n");
}
