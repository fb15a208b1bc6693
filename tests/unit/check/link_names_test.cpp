#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

// A framework of two appendices and an approach, and a page with the links that are looked at.
Files with_link(const std::string& link) {
  return {
      {"content/framework/index.md", page("title = \"Framework\"", "Text.")},
      {"content/framework/appendix-3.md", page("title = \"Appendix 3\"", "## Governance arrangements\n\nText.")},
      {"content/framework/appendix-4.md", page("title = \"Appendix 4: Members\"", "Text.")},
      {"content/framework/approach.md", page("title = \"3. Our approach\"", "## 3.2 Locality commissioning\n\nText.")},
      {"content/strategies/locality.md", page("title = \"Locality commissioning\"\nstandards = [\"S3\"]", "Text.")},
      {"content/standards/a.md", page("id = \"S3\"\ntitle = \"Safeguarding\"", "Text.")},
      {"content/standards/b.md", page("id = \"S4\"\ntitle = \"Value\"", "Text.")},
      {"content/glossary/terms.toml", "[needs]\ntitle = \"Needs assessment\"\ntext = \"Text.\"\n"},
      {"content/framework/links.md", page("title = \"Links\"", link)}};
}

}  // namespace

TEST_CASE("words that name another page than the target are reported with both") {
  CHECK(
      messages("title-mismatch", with_link("[Appendix 3](appendix-4.md)")) ==
      R"(content/framework/links.md:5:1: warning[title-mismatch]: these words name "Appendix 3", but the link leads to "Appendix 4: Members"
   5 | [Appendix 3](appendix-4.md)
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  also: content/framework/appendix-3.md:2:9: what they name stands here
   2 | title = "Appendix 3"
     |         ^^^^^^^^^^^^
  help: mend the address or the words
)");
  CHECK(
      messages("title-mismatch", with_link("[Appendix 4](appendix-3.md)")) ==
      R"(content/framework/links.md:5:1: warning[title-mismatch]: these words name "Appendix 4: Members", but the link leads to "Appendix 3"
   5 | [Appendix 4](appendix-3.md)
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  also: content/framework/appendix-4.md:2:9: what they name stands here
   2 | title = "Appendix 4: Members"
     |         ^^^^^^^^^^^^^^^^^^^^^
  help: mend the address or the words
)");
  CHECK(
      messages("title-mismatch", with_link("[Our approach](appendix-3.md)")) ==
      R"(content/framework/links.md:5:1: warning[title-mismatch]: these words name "3. Our approach", but the link leads to "Appendix 3"
   5 | [Our approach](appendix-3.md)
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  also: content/framework/approach.md:2:9: what they name stands here
   2 | title = "3. Our approach"
     |         ^^^^^^^^^^^^^^^^^
  help: mend the address or the words
)");
}

TEST_CASE("words that name another numbered item are reported") {
  CHECK(
      messages("title-mismatch", with_link("[[S4|Standard 3]] and [S3](id:S4)")) ==
      R"(content/framework/links.md:5:1: warning[title-mismatch]: these words name "S3" (Safeguarding), but the link leads to "S4" (Value)
   5 | [[S4|Standard 3]] and [S3](id:S4)
     | ^^^^^^^^^^^^^^^^^
  also: content/standards/a.md:2:6: what they name stands here
   2 | id = "S3"
     |      ^^^^
  help: mend the address or the words
content/framework/links.md:5:23: warning[title-mismatch]: these words name "S3" (Safeguarding), but the link leads to "S4" (Value)
   5 | [[S4|Standard 3]] and [S3](id:S4)
     |                       ^^^^^^^^^^^
  also: content/standards/a.md:2:6: what they name stands here
   2 | id = "S3"
     |      ^^^^
  help: mend the address or the words
)");
}

TEST_CASE("the title, a heading of the target, a part of its name and words of the writer's own are fine") {
  for (const char* link :
       {"[Appendix 3](appendix-3.md)", "[Appendix 4](appendix-4.md)", "[Members](appendix-4.md)",
        "[Locality commissioning](approach.md#32-locality-commissioning)", "[Our approach](approach.md)",
        "[3. Our approach](approach.md)", "[Governance arrangements](appendix-3.md)", "[needs assessment](approach.md)",
        "[the way we work](approach.md)", "[[S3|Safeguarding]]", "[[S3]]",
        "[Locality commissioning](https://www.example.org/)"}) {
    CAPTURE(link);
    CHECK(messages("title-mismatch", with_link(link)) == "");
  }
}

TEST_CASE("a link may have the name of what its page speaks of") {
  Files files = with_link("[Locality commissioning](more.md)");
  files["content/framework/more.md"] = page("title = \"More\"", "See [[locality]].");
  CHECK(messages("title-mismatch", files) == "");
}
