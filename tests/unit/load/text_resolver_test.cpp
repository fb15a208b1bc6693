#include "load/text_resolver.h"

#include <doctest/doctest.h>

#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

const ReadSite::Files base{{"content/index.md", md("title = \"Home\"")},
                           {"content/framework/index.md", md("title = \"Framework\"")},
                           {"content/framework/plan one.svg", "<svg/>"},
                           {"content/framework/100% #1?.svg", "<svg/>"},
                           {"content/other.md", md("title = \"Other\"", "## Our aims\n\nText.\n\n## Costs {#money}\n")},
                           {"content/headed.md", "# The title\n\nText.\n\n## More\n"},
                           {"content/standards/S1.md", md("title = \"Safe\"\n[[criteria]]\ntext = \"x\"")},
                           {"static/logo.png", "png"}};

// Where the links of a chapter of the framework lead, and what is said of them.
std::string resolved(const std::string& text) {
  ReadSite::Files files = base;
  files["content/framework/a.md"] = md("title = \"A\"", text);
  const ReadSite site(std::move(files), {});
  std::string out;
  for (const Target& target : site.body("page", "framework/a").targets) {
    switch (target.kind) {
      case Target::Kind::unresolved: out += "-"; break;
      case Target::Kind::item: out += site.model().items[target.item].id + (target.text.empty() ? "" : "#"); break;
      case Target::Kind::here: out += "here#"; break;
      case Target::Kind::asset: out += "file "; break;
      case Target::Kind::external: out += "out "; break;
      case Target::Kind::generated: out += "made "; break;
      case Target::Kind::paragraph: out += "¶"; break;
    }
    out += target.text + "\n";
  }
  return out + site.messages();
}

}  // namespace

TEST_CASE("an address goes from the folder of its file, or from the root of the site") {
  CHECK(resolved("[x](../other.md) [x](/other.md) [x](./index.md) [x](../standards/S1.md) [x](../other.md?a=b)") ==
        "other\nother\nframework\nS1\nother\n");
}

TEST_CASE("an address may name an anchor of its page or of another") {
  CHECK(resolved(
            "[x](../other.md#our-aims) [x](../other.md#money) [x](../standards/S1.md#S1.1) [x](#here)\n\n## Here\n") ==
        "other#our-aims\nother#money\nS1#S1.1\nhere#here\n");
  CHECK(resolved("[x](../other.md#our-%61ims)") == "other#our-aims\n");
}

TEST_CASE("the heading that is a page's title is the page itself") {
  CHECK(resolved("[x](../headed.md#the-title) [x](../headed.md#more)") == "headed\nheaded#more\n");
}

TEST_CASE("an anchor that there is not suggests the nearest") {
  CHECK(resolved("[x](../other.md#our-aim)") ==
        "other#our-aim\n"
        "content/framework/a.md:4:1: error[broken-anchor]: there is no heading #our-aim on the page \"Other\"\n"
        "   4 | [x](../other.md#our-aim)\n"
        "     | ^^^^^^^^^^^^^^^^^^^^^^^^ did you mean #our-aims?\n"
        "  help: the anchor of a heading is its words in lower case with hyphens, or its own {#id}\n");
  CHECK(resolved("[x](#nowhere)") ==
        "here#nowhere\n"
        "content/framework/a.md:4:1: error[broken-anchor]: there is no heading #nowhere on the page \"A\"\n"
        "   4 | [x](#nowhere)\n"
        "     | ^^^^^^^^^^^^^\n"
        "  help: the anchor of a heading is its words in lower case with hyphens, or its own {#id}\n");
}

TEST_CASE("files of content/ and static/ are found, whatever is in their names") {
  CHECK(resolved("![x](<plan one.svg>) [x](plan%20one.svg) ![x](/logo.png) [x](<100%25 %231%3F.svg>)") ==
        "file framework/plan one.svg\nfile framework/plan one.svg\nfile logo.png\nfile framework/100%25 %231%3F.svg\n");
}

TEST_CASE("links to other sites and addresses of e-mail and telephone are left as they are") {
  CHECK(resolved("[x](https://a.example/b?c#d) [x](mailto:a@b.example) [x](tel:01632960000) [x](//a.example/)") ==
        "out https://a.example/b?c#d\nout mailto:a@b.example\nout tel:01632960000\nout //a.example/\n");
}

TEST_CASE("an address that may do harm is refused") {
  CHECK(resolved("[x](javascript:alert(1))") ==
        "-\n"
        "content/framework/a.md:4:1: error[unsafe-url]: this address may not be used: javascript:alert(1)\n"
        "   4 | [x](javascript:alert(1))\n"
        "     | ^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  help: an address begins with https://, http://, mailto: or tel:, or is that of a page of this site\n");
  CHECK(resolved("![x](data:image/png;base64,AAAA)").find("error[unsafe-url]") != std::string::npos);
}

TEST_CASE("a page or file that there is not is reported with the nearest") {
  const std::string help = "  help: an address goes from the folder of this file, and a page is named with its .md\n";
  CHECK(resolved("[x](../othr.md)") ==
        "-\n"
        "content/framework/a.md:4:1: error[broken-link]: there is no page or file ../othr.md\n"
        "   4 | [x](../othr.md)\n"
        "     | ^^^^^^^^^^^^^^^ did you mean /other.md?\n" +
            help);
  CHECK(resolved("[x](../other)") ==
        "-\n"
        "content/framework/a.md:4:1: error[broken-link]: there is no page or file ../other\n"
        "   4 | [x](../other)\n"
        "     | ^^^^^^^^^^^^^ did you mean ../other.md?\n" +
            help);
  CHECK(resolved("[x](/other/#top)").find("did you mean /other.md#top?") != std::string::npos);
  CHECK(resolved("[x](indx.md)").find("did you mean index.md?") != std::string::npos);
  for (const char* folder : {"/standards/", "../standards/index.md", "../standards"})
    CHECK(resolved("[x](" + std::string(folder) + ")").find("did you mean page:standards?") != std::string::npos);
  CHECK(resolved("[x](/)") ==
        "-\n"
        "content/framework/a.md:4:1: error[broken-link]: there is no page or file /\n"
        "   4 | [x](/)\n"
        "     | ^^^^^^\n" +
            help);
}

TEST_CASE("an address that climbs out of content/ leads nowhere, however it is written") {
  for (const char* url : {"../../site.toml", "../../../etc/passwd", "%2e%2e/%2e%2e/site.toml", "/../site.toml"}) {
    const std::string said = resolved("[x](" + std::string(url) + ")");
    CHECK_MESSAGE(said.starts_with("-\ncontent/framework/a.md:4:1: error[broken-link]: there is no page or file " +
                                   std::string(url) + "\n"),
                  said);
  }
}

TEST_CASE("a picture that there is not is a warning of its own") {
  CHECK(resolved("![x](gone.png)") ==
        "-\n"
        "content/framework/a.md:4:1: warning[missing-figure]: there is no picture gone.png\n"
        "   4 | ![x](gone.png)\n"
        "     | ^^^^^^^^^^^^^^\n"
        "  help: put the file beside the page, or in static/ and begin the address with /\n");
}

TEST_CASE("a link without an address leads nowhere") {
  CHECK(resolved("[x]()") ==
        "-\n"
        "content/framework/a.md:4:1: error[broken-link]: this link leads nowhere\n"
        "   4 | [x]()\n"
        "     | ^^^^^\n"
        "  help: put an address between the brackets\n");
}

TEST_CASE("id: names an item, page: a page that is made") {
  CHECK(resolved("[x](id:S1) [x](id:Safe) [x](page:standards) [x](page:standard) [x](page:coverage)") ==
        "S1\nS1\nmade standards/\nmade standards/\nmade coverage/\n");
  CHECK(resolved("[x](id:S9)") ==
        "-\n"
        "content/framework/a.md:4:1: error[unresolved-reference]: there is no item \"S9\"\n"
        "   4 | [x](id:S9)\n"
        "     | ^^^^^^^^^^ did you mean \"S1\" (Safe)?\n"
        "  help: write its id, or its title just as it stands\n");
  CHECK(resolved("[x](page:standrds)") ==
        "-\n"
        "content/framework/a.md:4:1: error[broken-link]: no page is made by the name \"standrds\"\n"
        "   4 | [x](page:standrds)\n"
        "     | ^^^^^^^^^^^^^^^^^^ did you mean page:standards?\n");
}

TEST_CASE("the texts of fields and titles are resolved too") {
  ReadSite site{
      {"content/strategies/s.md", md("title = \"Of [[S9]]\"\nsummary = \"See [[S8]].\"\nresources = \"\"\"\nSee\n"
                                     "[[S7]].\"\"\"")}};
  CHECK(site.headlines() ==
        "content/strategies/s.md:2:13: error[unresolved-reference]: there is no item \"S9\"\n"
        "content/strategies/s.md:3:16: error[unresolved-reference]: there is no item \"S8\"\n"
        "content/strategies/s.md:6:1: error[unresolved-reference]: there is no item \"S7\"\n");
}
