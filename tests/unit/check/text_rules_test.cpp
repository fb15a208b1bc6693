#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

Files with_page(const std::string& body) { return {{"content/a.md", page("title = \"A\"", body)}}; }

}  // namespace

TEST_CASE("a heading with nothing under it is reported, one with a lower heading under it is not") {
  CHECK(messages("empty-section", with_page("## One\n\n## Two\n\nText.\n\n### Three\n")) == R"(@1)");
  CHECK(messages("empty-section", with_page("## One\n\n### Two\n\nText.\n")) == "");
  CHECK(messages("empty-section", with_page("Text.[^1]\n\n## One\n\n---\n\n[^1]: A note.\n")) == R"(@2)");
}

TEST_CASE("a heading, an entry and a title without words are reported") {
  CHECK(messages("empty-section", with_page("##\n\nText.\n")) == R"(@3)");
  CHECK(messages("empty-section", with_page("- One\n-\n- Three\n")) == R"(@4)");
  CHECK(messages("empty-section", {{"content/a.md", page("title = \" \"", "Text.")}}) == R"(@5)");
}

TEST_CASE("a page without text is reported, an index is not") {
  CHECK(messages("empty-section", with_page("")) == R"(@6)");
  CHECK(messages("empty-section", {{"content/boards/index.md", page("title = \"Boards\"")}}) == "");
}

TEST_CASE("a selection of nothing is reported unless there are words for it") {
  CHECK(messages("empty-section", with_page("```{list}\nselect = \"standard\"\n```\n")) == R"(@7)");
  CHECK(messages("empty-section", with_page("```{timeline}\nselect = \"reference\"\n```\n")) == R"(@8)");
  CHECK(messages("empty-section", with_page("```{list}\nselect = \"standard\"\nempty = \"None yet.\"\n```\n")) == "");
}

TEST_CASE("a link to an empty page is reported once for each page that has it") {
  const Files files{{"content/a.md", page("title = \"A\"", "## Later\n")},
                    {"content/b.md", page("title = \"B\"", "[A](a.md) and [A](a.md#later).")},
                    {"content/c.md", page("title = \"C\"", "[B](b.md)")}};
  CHECK(messages("link-to-empty", files) == R"(@9)");
}

TEST_CASE("a heading that skips a level is reported with the one before it") {
  CHECK(messages("heading-skip", with_page("## One\n\nText.\n\n#### Two\n\nText.\n")) == R"(@10)");
  CHECK(messages("heading-skip", with_page("### One\n\nText.\n")) == R"(@11)");
}

TEST_CASE("headings in order, back at a higher level, and those of an included page skip nothing") {
  CHECK(messages("heading-skip", with_page("## One\n\nText.\n\n### Two\n\nText.\n\n## Three\n\nText.\n")) == "");
  CHECK(messages("heading-skip", {{"content/a.md", page("title = \"A\"", "## A\n\n```{include}\npath = \"part.md\"\n```\n")},
                                  {"content/part.md", page("title = \"Part\"", "### Deep\n\nText.\n")}}) == "");
}

TEST_CASE("a picture has words") {
  CHECK(messages("missing-alt-text", with_page("![](a.png)\n")) == R"(@12)");
  CHECK(messages("missing-alt-text", with_page("![A map](a.png)\n")) == "");
}

TEST_CASE("words of a link that say nothing are reported with those that would") {
  CHECK(messages("vague-link-text", with_page("For the rules [click here](index.md).\n")) == R"(@13)");
  CHECK(messages("vague-link-text", with_page("[](https://www.example.org/) and [Read more…](https://www.example.org/)\n")) ==
        R"(@14)");
}

TEST_CASE("words that name the target, an address and a picture are fine for a link") {
  CHECK(messages("vague-link-text", with_page("[Home](index.md), https://www.example.org/, [![A map](a.png)](index.md)\n")) == "");
  CHECK(messages("vague-link-text", {{"content/more.md", page("title = \"More\"", "Text.")},
                                     {"content/a.md", page("title = \"A\"", "[More](more.md)")}}) == "");
}

TEST_CASE("HTML in a text is reported at its first tag, comments too") {
  CHECK(messages("unsafe-html", with_page("Some <b>bold</b> words.\n\n<div>\nBlock\n</div>\n\n<!-- note -->\n")) == R"(@15)");
}

TEST_CASE("HTML is fine where the site allows it, in code and as an address") {
  CHECK(messages("unsafe-html", with_page("`<b>` and <https://www.example.org/>\n")) == "");
  Files files = with_page("Some <b>bold</b> words.\n");
  files["site.toml"] = "title = \"T\"\n[markdown]\nraw_html = true\n";
  CHECK(messages("unsafe-html", files) == "");
}
