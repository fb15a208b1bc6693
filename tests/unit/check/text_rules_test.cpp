#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

Files with_page(const std::string& body) { return {{"content/a.md", page("title = \"A\"", body)}}; }

}  // namespace

TEST_CASE("a heading with nothing under it is reported, one with a lower heading under it is not") {
  CHECK(messages("empty-section", with_page("## One\n\n## Two\n\nText.\n\n### Three\n")) ==
        R"(content/a.md:5:1: warning[empty-section]: there is nothing under this heading
   5 | ## One
     | ^^^^^^
  help: write what it promises, or take the heading out
content/a.md:11:1: warning[empty-section]: there is nothing under this heading
  11 | ### Three
     | ^^^^^^^^^
  help: write what it promises, or take the heading out
)");
  CHECK(messages("empty-section", with_page("## One\n\n### Two\n\nText.\n")) == "");
  CHECK(messages("empty-section", with_page("Text.[^1]\n\n## One\n\n---\n\n[^1]: A note.\n")) ==
        R"(content/a.md:7:1: warning[empty-section]: there is nothing under this heading
   7 | ## One
     | ^^^^^^
  help: write what it promises, or take the heading out
)");
}

TEST_CASE("a heading, an entry and a title without words are reported") {
  CHECK(messages("empty-section", with_page("##\n\nText.\n")) ==
        R"(content/a.md:5:1: warning[empty-section]: this heading has no words
   5 | ##
     | ^^
  help: give it words, or take the # out
)");
  CHECK(messages("empty-section", with_page("- One\n-\n- Three\n")) ==
        R"(content/a.md:6:1: warning[empty-section]: this entry of a list is empty
   6 | -
     | ^
  help: write it, or take it out
)");
  CHECK(messages("empty-section", {{"content/a.md", page("title = \"[](index.md)\"", "Text.")}}) ==
        R"x(content/a.md:2:9: warning[empty-section]: this title has no words
   2 | title = "[](index.md)"
     |         ^^^^^^^^^^^^^^
  help: give the page a name
)x");
}

TEST_CASE("a file with nothing in it is one finding") {
  CHECK(TestSite(Files{{"content/a.md", "\n\n"}}).messages() ==
        "content/a.md:1:1: error[missing-field]: this page has no title\n"
        "  help: write title = \"…\" between the lines of +++ at the top\n");
}

TEST_CASE("a page without text is reported, an index is not") {
  CHECK(messages("empty-section", with_page("")) == R"(content/a.md:2:9: warning[empty-section]: this page has no text
   2 | title = "A"
     |         ^^^
  help: write it, or mark it draft = true until it is written
)");
  CHECK(messages("empty-section", {{"content/boards/index.md", page("title = \"Boards\"")}}) == "");
}

TEST_CASE("a draft may have what is still to be written") {
  CHECK(messages("empty-section", {{"content/a.md", page("title = \"A\"\ndraft = true", "## Later\n")},
                                   {"content/b.md", page("title = \"B\"\ndraft = true")}}) == "");
}

TEST_CASE("a selection of nothing is reported unless there are words for it") {
  CHECK(messages("empty-section", with_page("```{list}\nselect = \"standard\"\n```\n")) ==
        R"(content/a.md:5:1: warning[empty-section]: there is no such item, so that nothing is shown here
   5 | ```{list}
     | ^^^^^^^^^
  help: mend what is selected, or say what readers see instead: empty = "…"
)");
  CHECK(messages("empty-section", with_page("```{timeline}\nselect = \"reference\"\n```\n")) ==
        R"(content/a.md:5:1: warning[empty-section]: there is no such item, so that nothing is shown here
   5 | ```{timeline}
     | ^^^^^^^^^^^^^
  help: mend what is selected, or take it out
)");
  CHECK(messages("empty-section", with_page("```{list}\nselect = \"standard\"\nempty = \"None yet.\"\n```\n")) == "");
}

TEST_CASE("a link to an empty page is reported once for each page that has it") {
  const Files files{{"content/a.md", page("title = \"A\"", "## Later\n")},
                    {"content/b.md", page("title = \"B\"", "[A](a.md) and [A](a.md#later).")},
                    {"content/c.md", page("title = \"C\"", "[B](b.md)")}};
  CHECK(messages("link-to-empty", files) == R"(content/b.md:5:1: warning[link-to-empty]: the page "A" has no text
   5 | [A](a.md) and [A](a.md#later).
     | ^^^^^^^^^
  help: write that page, or take the link out until it is written
)");
}

TEST_CASE("a heading that skips a level is reported with the one before it") {
  CHECK(messages("heading-skip", with_page("## One\n\nText.\n\n#### Two\n\nText.\n")) ==
        R"(content/a.md:9:1: warning[heading-skip]: this heading is of level 4, the one before it of level 2
   9 | #### Two
     | ^^^^^^^^
  also: content/a.md:5:1: the one before it stands here
   5 | ## One
     | ^^^^^^
  help: begin it with ###, so that those who listen to the page do not look for what is left out
)");
  CHECK(messages("heading-skip", with_page("### One\n\nText.\n")) ==
        R"(content/a.md:5:1: warning[heading-skip]: the first heading of a page is of level 2, this one is of level 3
   5 | ### One
     | ^^^^^^^
  help: begin it with ##, so that those who listen to the page do not look for what is left out
)");
}

TEST_CASE("headings in order, back at a higher level, and those of an included page skip nothing") {
  CHECK(messages("heading-skip", with_page("## One\n\nText.\n\n### Two\n\nText.\n\n## Three\n\nText.\n")) == "");
  CHECK(messages("heading-skip",
                 {{"content/a.md", page("title = \"A\"", "## A\n\n```{include}\npath = \"part.md\"\n```\n")},
                  {"content/part.md", page("title = \"Part\"", "### Deep\n\nText.\n")}}) == "");
}

TEST_CASE("a picture has words") {
  CHECK(messages("missing-alt-text", with_page("![](a.png)\n")) ==
        R"(content/a.md:5:1: warning[missing-alt-text]: this picture has no words for those who cannot see it
   5 | ![](a.png)
     | ^^^^^^^^^^
  help: say what it shows between the square brackets: ![…](a.png)
)");
  CHECK(messages("missing-alt-text", with_page("![A map](a.png)\n")) == "");
}

TEST_CASE("words of a link that say nothing are reported with those that would") {
  CHECK(messages("vague-link-text", with_page("For the rules [click here](index.md).\n")) ==
        R"(content/a.md:5:15: warning[vague-link-text]: "click here" does not say where the link leads
   5 | For the rules [click here](index.md).
     |               ^^^^^^^^^^^^^^^^^^^^^^
  help: let the words name what is at the other end, such as [Home](…)
)");
  CHECK(messages("vague-link-text",
                 with_page("[](https://www.example.org/) and [Read more…](https://www.example.org/)\n")) ==
        R"(content/a.md:5:1: warning[vague-link-text]: this link has no words
   5 | [](https://www.example.org/) and [Read more…](https://www.example.org/)
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: let the words name what is at the other end
content/a.md:5:34: warning[vague-link-text]: "Read more…" does not say where the link leads
   5 | [](https://www.example.org/) and [Read more…](https://www.example.org/)
     |                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: let the words name what is at the other end
)");
}

TEST_CASE("words that name the target, an address and a picture are fine for a link") {
  CHECK(messages("vague-link-text",
                 with_page("[Home](index.md), https://www.example.org/, [![A map](a.png)](index.md)\n")) == "");
  CHECK(messages("vague-link-text", {{"content/more.md", page("title = \"More\"", "Text.")},
                                     {"content/a.md", page("title = \"A\"", "[More](more.md)")}}) == "");
}

TEST_CASE("HTML in a text is reported at its first tag, comments too") {
  CHECK(messages("unsafe-html", with_page("Some <b>bold</b> words.\n\n<div>\nBlock\n</div>\n\n<!-- note -->\n")) ==
        R"(content/a.md:5:6: error[unsafe-html]: <b> is HTML, which would be shown as it stands
   5 | Some <b>bold</b> words.
     |      ^^^
  help: write it in Markdown, or put a \ before the <; a site may allow HTML with raw_html = true in [markdown] of site.toml
content/a.md:7:1: error[unsafe-html]: <div> is HTML, which would be shown as it stands
   7 | <div>
     | ^^^^^
  help: write it in Markdown, or put a \ before the <; a site may allow HTML with raw_html = true in [markdown] of site.toml
content/a.md:11:1: error[unsafe-html]: a comment in HTML would be shown to readers
  11 | <!-- note -->
     | ^^^^^^^^^^^^^
  help: take it out of the text; front matter may have comments, after a #
)");
}

TEST_CASE("a tag and the one that closes it are one finding, a closing tag by itself is one too") {
  CHECK(messages("unsafe-html", with_page("<div>\n\nText.\n\n</div>\n\nMore.</p>\n")) ==
        R"(content/a.md:5:1: error[unsafe-html]: <div> is HTML, which would be shown as it stands
   5 | <div>
     | ^^^^^
  help: write it in Markdown, or put a \ before the <; a site may allow HTML with raw_html = true in [markdown] of site.toml
content/a.md:11:6: error[unsafe-html]: </p> is HTML, which would be shown as it stands
  11 | More.</p>
     |      ^^^^
  help: write it in Markdown, or put a \ before the <; a site may allow HTML with raw_html = true in [markdown] of site.toml
)");
}

TEST_CASE("tags are paired by their names, those that stand for themselves with none") {
  const auto lines = [](const std::string& body) {
    const TestSite site(with_page(body));
    MessageWriter writer(site.model().files, {});
    std::string all;
    for (const Diagnostic& each : site.findings())
      if (each.rule == "unsafe-html") all += std::to_string(writer.position(each.where).line) + " ";
    return all;
  };
  CHECK(lines("<details>\n<summary>More</summary>\n\nText.\n\n</details>\n") == "5 ");
  CHECK(lines("<div>\n<div>\n\nText.\n\n</div>\n\n</div>\n\n</div>\n") == "5 14 ");
  CHECK(lines("One<br>two\nthree</span>\n\n<hr>\n\n</div>\n") == "5 6 8 10 ");
  CHECK(lines("<img src=\"a\"/>\n\n</img>\n") == "5 7 ");
  CHECK(lines("<x-a/>\n\n</x-a>\n") == "5 7 ");
  CHECK(lines("<DIV>\n\nText.\n\n</div>\n") == "5 ");
  CHECK(lines("<div>\n\nText.\n\n</div><p>More.</p>\n") == "5 9 ");
  CHECK(lines("<b>One</b> and <i>two</b> and</i>\n") == "5 5 5 ");
  CHECK(lines("<div>\n\nText.\n\n<!-- </div> -->\n\n</div>\n") == "5 9 ");
}

TEST_CASE("HTML whose tag never ends is shown as far as its line") {
  CHECK(messages("unsafe-html", with_page("<div class=\"a\"\nid=\"b\"\n\nText.\n")) ==
        R"(content/a.md:5:1: error[unsafe-html]: <div class="a" is HTML, which would be shown as it stands
   5 | <div class="a"
     | ^^^^^^^^^^^^^^
  help: write it in Markdown, or put a \ before the <; a site may allow HTML with raw_html = true in [markdown] of site.toml
)");
}

TEST_CASE("a tag of more than forty characters is cut off in the message") {
  const std::string whole = "<span title=\"" + std::string(25, 'x') + "\">";
  REQUIRE(whole.size() == 40);
  CHECK(messages("unsafe-html", with_page("A " + whole + "\n")).find(": " + whole + " is HTML") != std::string::npos);
  const std::string longer = "<span title=\"" + std::string(24, 'x') + "é\"  >";
  CHECK(messages("unsafe-html", with_page("A " + longer + "\n"))
            .find(": <span title=\"" + std::string(24, 'x') + "é\"… is HTML") != std::string::npos);
}

TEST_CASE("HTML is fine where the site allows it, in code and as an address") {
  CHECK(messages("unsafe-html", with_page("`<b>` and <https://www.example.org/>\n")) == "");
  Files files = with_page("Some <b>bold</b> words.\n");
  files["site.toml"] = "title = \"T\"\n[markdown]\nraw_html = true\n";
  CHECK(messages("unsafe-html", files) == "");
}

TEST_CASE("two headings of one page with the same id are reported at the second") {
  CHECK(messages("duplicate-id", with_page("## One {#a}\n\nText.\n\n## Two {#a}\n\nText.\n\n## Two {#b}\n\nText.\n")) ==
        R"(content/a.md:9:1: error[duplicate-id]: two headings have the id "a"
   9 | ## Two {#a}
     | ^^^^^^^^^^^
  also: content/a.md:5:1: it stands here first
   5 | ## One {#a}
     | ^^^^^^^^^^^
  help: give one of them another id
)");
}

TEST_CASE("the language of a part or a page has the form of a code") {
  CHECK(messages("bad-value", with_page("The word [croeso]{lang=welsh} and [salut]{lang=fr-CA}.\n")) ==
        R"(content/a.md:5:10: error[bad-value]: "welsh" is not the code of a language
   5 | The word [croeso]{lang=welsh} and [salut]{lang=fr-CA}.
     |          ^^^^^^^^^^^^^^^^^^^^
  help: a code has two or three letters, such as {lang=cy} for Welsh
)");
  CHECK(messages("bad-value", {{"content/a.md", page("title = \"A\"\nlanguage = \"welsh\"", "Croeso.")}}) ==
        R"(content/a.md:3:12: error[bad-value]: language cannot be "welsh"
   3 | language = "welsh"
     |            ^^^^^^^
  help: write it in the form that is asked for, such as "cy"
)");
}

TEST_CASE("a heading may be two levels deeper than another only with one between") {
  CHECK(messages("heading-skip", with_page("# One\n\nText.\n\n## Two\n\nText.\n\n### Three\n\nText.\n\n# "
                                           "Four\n\nText.\n")) == "");
  CHECK(messages("heading-skip", {{"content/a.md", page("", "# A\n\n### Deep\n\nText.\n")}}) ==
        R"(content/a.md:7:1: warning[heading-skip]: the first heading of a page is of level 2, this one is of level 3
   7 | ### Deep
     | ^^^^^^^^
  help: begin it with ##, so that those who listen to the page do not look for what is left out
)");
}

TEST_CASE("the text of an item in a table begins at any level, and skips none after that") {
  CHECK(messages("heading-skip", {{"content/boards/b.toml",
                                   "[b]\ntitle = \"B\"\ntext = \"\"\"\n#### Deep\n\nText.\n\n###### Deeper\n\n"
                                   "Text.\n\"\"\"\n"}}) ==
        R"(content/boards/b.toml:8:1: warning[heading-skip]: this heading is of level 6, the one before it of level 4
   8 | ###### Deeper
     | ^^^^^^^^^^^^^
  also: content/boards/b.toml:4:1: the one before it stands here
   4 | #### Deep
     | ^^^^^^^^^
  help: begin it with #####, so that those who listen to the page do not look for what is left out
)");
}

TEST_CASE("a picture, a table, a directive and a quotation are something under a heading, a rule and a note are not") {
  for (const char* something : {"![A map](a.png)", "| a |\n| - |\n| b |", "> Words.", "- One", "```\ncode\n```",
                                "```{list}\nselect = \"page\"\n```"}) {
    CAPTURE(something);
    CHECK(messages("empty-section", with_page("## One\n\n" + std::string(something) + "\n")) == "");
  }
  CHECK(messages("empty-section", with_page("## One\n\n***\n\n### Two\n\nText.\n")) == "");
  CHECK(messages("empty-section", with_page("## One\n\n***\n\n## Two\n\nText.\n")) != "");
}

TEST_CASE("an entry that holds a list, a picture or code is not empty, one with nothing but its number is") {
  CHECK(messages("empty-section", with_page("- - One\n- ![A map](a.png)\n- `x`\n")) == "");
  CHECK(messages("empty-section", with_page("1. One\n2.\n")) ==
        R"(content/a.md:6:1: warning[empty-section]: this entry of a list is empty
   6 | 2.
     | ^^
  help: write it, or take it out
)");
}

TEST_CASE("a page with headings alone has a finding for each, and none for the page") {
  CHECK(messages("empty-section", with_page("## One\n\n## Two\n")) ==
        R"(content/a.md:5:1: warning[empty-section]: there is nothing under this heading
   5 | ## One
     | ^^^^^^
  help: write what it promises, or take the heading out
content/a.md:7:1: warning[empty-section]: there is nothing under this heading
   7 | ## Two
     | ^^^^^^
  help: write what it promises, or take the heading out
)");
}

TEST_CASE("a link to an empty page of a section, to itself and to one with a template of its own are fine") {
  CHECK(messages("link-to-empty",
                 {{"content/boards/index.md", page("title = \"Boards\"")},
                  {"content/map.md", page("title = \"Map\"\ntemplate = \"map.html\"")},
                  {"content/a.md", page("title = \"A\"", "## Later\n\n[Later](#later)")},
                  {"content/b.md", page("title = \"B\"", "[Boards](boards/index.md), [Map](map.md)")}}) == "");
}
