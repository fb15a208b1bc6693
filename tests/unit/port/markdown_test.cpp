#include "port/markdown.h"

#include <doctest/doctest.h>

#include "base/message.h"
#include "unit/port/markdown_outline.h"

using namespace framewright;

namespace {

struct Parsed {
  std::string outline;
  std::string messages;
};

Parsed parse(std::string text, const MarkdownOptions& options = {}) {
  SourceFiles files;
  const FileId file = files.add("a.md", std::move(text));
  Diagnostics found;
  const Document document = parse_markdown(files[file].text, Origin(file, 0), options, found);
  Parsed parsed;
  parsed.outline = "\n" + outline(document, files[file].text);
  MessageWriter writer(files, {});
  for (const Diagnostic& d : found.all()) parsed.messages += "\n" + writer.write(d);
  return parsed;
}

std::string read(std::string text, const MarkdownOptions& options = {}) {
  const Parsed parsed = parse(std::move(text), options);
  CHECK(parsed.messages == "");
  return parsed.outline;
}

}  // namespace

TEST_CASE("every construct of the format has its place in the source") {
  CHECK(read("# Title *x*\n\nOne `co  de` **two\nthree** <http://x.org> www.foo.com.\n\n* * *\n") == R"(
heading1 `# Title *x*`
  text `Title ` =Title 
  emphasis `*x*`
    text `x` =x
paragraph `One `co  de` **two$three** <http://x.org> www.foo.com.`
  text `One ` =One 
  code ``co  de`` =co  de
  text ` ` = 
  strong `**two$three**`
    text `two` =two
    soft_break `$`
    text `three` =three
  text ` ` = 
  link `<http://x.org>` =http://x.org
    text `http://x.org` =http://x.org
  text ` ` = 
  link `www.foo.com` =http://www.foo.com
    text `www.foo.com` =www.foo.com
  text `.` =.
thematic_break `* * *`
)");
  CHECK(read("[a [b] c](x(y).md \"t\\\"u\") [r][q] [r][] [r] ![alt *i*](p.png 'T')\\\nend\n\n[r]: /u\n[q]: /v\n") == R"(
paragraph `[a [b] c](x(y).md "t\"u") [r][q] [r][] [r] ![alt *i*](p.png 'T')\$end`
  link `[a [b] c](x(y).md "t\"u")` =x(y).md +t"u
    text `a [b] c` =a [b] c
  text ` ` = 
  link `[r][q]` =/v
    text `r` =r
  text ` ` = 
  link `[r][]` =/u
    text `r` =r
  text ` ` = 
  link `[r]` =/u
    text `r` =r
  text ` ` = 
  image `![alt *i*](p.png 'T')` =p.png +T
    text `alt ` =alt 
    emphasis `*i*`
      text `i` =i
  line_break `$`
  text `end` =end
)");
}

TEST_CASE("places are right in lists, quotations, lazy lines and behind tabs") {
  CHECK(read("- one\n  - [ ] two **b\n    c** é *ü*\n  lazy `x`\n\n> > q *a\nb* c\n\n1)\tthree\n2)\tfour\n") == R"(
bullet_list1 `- one$  - [ ] two **b$    c** é *ü*$  lazy `x``
  item `- one$  - [ ] two **b$    c** é *ü*$  lazy `x``
    paragraph `one`
      text `one` =one
    bullet_list1 `- [ ] two **b$    c** é *ü*$  lazy `x``
      task_item `- [ ] two **b$    c** é *ü*$  lazy `x``
        paragraph `two **b$    c** é *ü*$  lazy `x``
          text `two ` =two 
          strong `**b$    c**`
            text `b` =b
            soft_break `$`
            text `c` =c
          text ` é ` = é 
          emphasis `*ü*`
            text `ü` =ü
          soft_break `$`
          text `lazy ` =lazy 
          code ``x`` =x
block_quote `> > q *a$b* c`
  block_quote `> q *a$b* c`
    paragraph `q *a$b* c`
      text `q ` =q 
      emphasis `*a$b*`
        text `a` =a
        soft_break `$`
        text `b` =b
      text ` c` = c
ordered_list1 `1)	three$2)	four` +1
  item `1)	three`
    paragraph `three`
      text `three` =three
  item `2)	four`
    paragraph `four`
      text `four` =four
)");
}

TEST_CASE("places are right in the cells of a table") {
  CHECK(read("> | A | *B* \\| b |\n> |:--|--:|\n> | `c` | [y](id:S3) \\| *z* |\n> only\n") == R"(
block_quote `> | A | *B* \| b |$> |:--|--:|$> | `c` | [y](id:S3) \| *z* |$> only`
  table `| A | *B* \| b |$> |:--|--:|$> | `c` | [y](id:S3) \| *z* |$> only`
    table_header `| A | *B* \| b |`
      table_cell1 `A`
        text `A` =A
      table_cell3 `*B* \| b`
        emphasis `*B*`
          text `B` =B
        text ` \| b` = | b
    table_row `| `c` | [y](id:S3) \| *z* |`
      table_cell1 ``c``
        code ``c`` =c
      table_cell3 `[y](id:S3) \| *z*`
        link `[y](id:S3)` =id:S3
          text `y` =y
        text ` \| ` = | 
        emphasis `*z*`
          text `z` =z
    table_row `only`
      table_cell1 `only`
        text `only` =only
      table_cell3 ``
)");
  CHECK(read("Words a \\| b\n| A |\n|---|\n") == R"(
paragraph `Words a \| b`
  text `Words a \| b` =Words a | b
table `| A |$|---|`
  table_header `| A |`
    table_cell `A`
      text `A` =A
)");
}

TEST_CASE("escapes, entities and typographer's signs do not move what follows") {
  CHECK(read("\\*a\\* &amp; &eacute; \"q\" -- 'r' --- s... *t*\n") == R"(
paragraph `\*a\* &amp; &eacute; "q" -- 'r' --- s... *t*`
  text `\*a\* &amp; &eacute; "q" -- 'r' --- s... ` =*a* & é “q” – ‘r’ — s… 
  emphasis `*t*`
    text `t` =t
)");
  CHECK(read("it's \"q\" -- *t*\n", {false, false}) == R"(
paragraph `it's "q" -- *t*`
  text `it's "q" -- ` =it's "q" -- 
  emphasis `*t*`
    text `t` =t
)");
}

TEST_CASE("places are right with Windows line ends") {
  CHECK(read("Set\r\n===\r\n\r\na *b*\r\nc `d`\r\n\r\n```x\r\ncode\r\n```\r\n") ==
        "\nheading1 `Set\r$===`\n  text `Set` =Set\nparagraph `a *b*\r$c `d``\n  text `a ` =a \n  emphasis `*b*`\n"
        "    text `b` =b\n  soft_break `\r`\n  text `c ` =c \n  code ``d`` =d\ncode_block ````x\r$code\r$```` =code$ "
        "+x\n");
}

TEST_CASE("a paragraph behind link definitions keeps its own line") {
  CHECK(read("[q]: /q\nText *a*\n\n[r]: /u\n]\nSet\n---\n") == R"(
paragraph `Text *a*`
  text `Text ` =Text 
  emphasis `*a*`
    text `a` =a
heading2 `]$Set$---`
  text `]` =]
  soft_break `$`
  text `Set` =Set
)");
}

TEST_CASE("places of a text with an origin are those of its file") {
  const std::string file = "text = \"a \\\"b\\\" [[S3]]\\n*c*\"";
  Origin origin(0, 8);
  origin.step(2, 11);  // \" is one byte of the text
  origin.step(4, 14);
  origin.step(5, 15);
  origin.step(12, 23);  // \n
  origin.step(13, 24);
  Diagnostics found;
  const Document document = parse_markdown("a \"b\" [[S3]]\n*c*", origin, {}, found);
  CHECK(found.empty());
  REQUIRE(document.nodes.size() == 7);
  const auto words = [&](std::size_t i) {
    return file.substr(document.nodes[i].begin, document.nodes[i].stop - document.nodes[i].begin);
  };
  CHECK(words(3) == "[[S3]]");
  CHECK(words(5) == "*c*");
}

TEST_CASE("footnotes stand at the end with their numbers; one without a mention is left out") {
  CHECK(read("[^b]: Note *b*.\n\nText[^a] and[^b] and[^a].\n\n[^a]: A\n[^c]: C\n") == R"(
paragraph `Text[^a] and[^b] and[^a].`
  text `Text` =Text
  footnote_reference `[^a]` =a +1
  text ` and` = and
  footnote_reference `[^b]` =b +2
  text ` and` = and
  footnote_reference `[^a]` =a +1
  text `.` =.
footnote `[^a]: A` =a +1
  paragraph `A`
    text `A` =A
footnote `[^b]: Note *b*.` =b +2
  paragraph `Note *b*.`
    text `Note ` =Note 
    emphasis `*b*`
      text `b` =b
    text `.` =.
)");
}

TEST_CASE("raw HTML keeps its kind and its place") {
  CHECK(read("<div>\nx\n</div>\n\na <b\nc='d'>e</b> ~~f~~\n\n<!-- [[x]]\n-->\nafter\n") == R"(
html_block `<div>$x$</div>` =<div>$x$</div>$
paragraph `a <b$c='d'>e</b> ~~f~~`
  text `a ` =a 
  html_inline `<b$c='d'>` =<b$c='d'>
  text `e` =e
  html_inline `</b>` =</b>
  text ` ` = 
  strikethrough `~~f~~`
    text `f` =f
html_block `<!-- [[x]]$-->` =<!-- [[x]]$-->$
paragraph `after`
  text `after` =after
)");
}

TEST_CASE("a title is read as words alone") {
  CHECK(read("1. # *Not* a [[S3]]", {true, true}) == R"(
paragraph `1. # *Not* a [[S3]]`
  text `1. # ` =1. # 
  emphasis `*Not*`
    text `Not` =Not
  text ` a ` = a 
  reference `[[S3]]` =S3
)");
}

TEST_CASE("an empty text is an empty document") {
  CHECK(read("") == "\n");
  CHECK(read(" \n\n") == "\n");
}

TEST_CASE("blocks nested too deep are reported once and their inner part is left out") {
  std::string text;
  for (int i = 0; i < 150; ++i) text += "> ";
  const Parsed parsed = parse(text + "a\n\n" + text + "b\n");
  CHECK(parsed.messages.find("a.md:1:201: error[unreadable-file]: lists and quotations nested more than 100 deep") ==
        1);
  CHECK(parsed.messages.find("error", 20) == std::string::npos);
  CHECK(parsed.outline.find("text") == std::string::npos);
}

TEST_CASE("a link definition cannot make a document many times its text") {
  std::string text = "[a]: " + std::string(20000, 'u') + "\n\n";
  for (int i = 0; i < 5000; ++i) text += "[a]\n";
  Diagnostics found;
  const Document document = parse_markdown(text, Origin(0, 0), {}, found);
  CHECK(document.strings.size() < 2000000);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].message == "the addresses of the links in this text come to many times its size");
}
