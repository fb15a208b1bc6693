#include <doctest/doctest.h>

#include "base/message.h"
#include "port/markdown.h"
#include "unit/port/markdown_outline.h"

using namespace framewright;

namespace {

std::string read(std::string text) {
  SourceFiles files;
  const FileId file = files.add("a.md", std::move(text));
  Diagnostics found;
  const Document document = parse_markdown(files[file].text, Origin(file, 0), {}, found);
  std::string out = "\n" + outline(document, files[file].text);
  MessageWriter writer(files, {});
  for (const Diagnostic& d : found.all()) out += writer.write(d);
  return out;
}

}  // namespace

TEST_CASE("a reference has its target and its own words") {
  CHECK(read("See [[S3]] and [[standard:S3|the *safe* one]], **[[¶34]]**.\n") == R"(
paragraph `See [[S3]] and [[standard:S3|the *safe* one]], **[[¶34]]**.`
  text `See ` =See 
  reference `[[S3]]` =S3
  text ` and ` = and 
  reference `[[standard:S3|the *safe* one]]` =standard:S3
    text `the ` =the 
    emphasis `*safe*`
      text `safe` =safe
    text ` one` = one
  text `, ` =, 
  strong `**[[¶34]]**`
    reference `[[¶34]]` =¶34
  text `.` =.
)");
}

TEST_CASE("a target is what the author typed, over a line's end too") {
  CHECK(read("> The [[children's\n> trust -- *and*   all]]'s\n") == R"(
block_quote `> The [[children's$> trust -- *and*   all]]'s`
  paragraph `The [[children's$> trust -- *and*   all]]'s`
    text `The ` =The 
    reference `[[children's$> trust -- *and*   all]]` =children's trust -- *and* all
    text `'s` =’s
)");
}

TEST_CASE("brackets stand round a reference, and a link definition does not take it") {
  CHECK(read("[[[S3]]] [[x]] **a:**[[x]]\n\n[x]: /url\n") == R"(
paragraph `[[[S3]]] [[x]] **a:**[[x]]`
  text `[` =[
  reference `[[S3]]` =S3
  text `] ` =] 
  reference `[[x]]` =x
  text ` ` = 
  strong `**a:**`
    text `a:` =a:
  reference `[[x]]` =x
)");
}

TEST_CASE("brackets that are no reference stay what they are") {
  CHECK(read("[[a](b.md)] \\[[S3]] `[[x]]` [[^1]] [[1] and [2]] [c](d[[e]].md)\n\n    [[code]]\n\n[^1]: n\n") == R"(
paragraph `[[a](b.md)] \[[S3]] `[[x]]` [[^1]] [[1] and [2]] [c](d[[e]].md)`
  text `[` =[
  link `[a](b.md)` =b.md
    text `a` =a
  text `] \[[S3]] ` =] [[S3]] 
  code ``[[x]]`` =[[x]]
  text ` [` = [
  footnote_reference `[^1]` =1 +1
  text `] [[1] and [2]] ` =] [[1] and [2]] 
  link `[c](d[[e]].md)` =d[[e]].md
    text `c` =c
code_block `[[code]]` =[[code]]$
footnote `[^1]: n` =1 +1
  paragraph `n`
    text `n` =n
)");
}

TEST_CASE("a reference that is never closed is reported where it opens") {
  CHECK(read("Never [[closed `]]` here.\n\n- [[S3] is\n- fine [[S4]]\n\n`[[` is code\n") == R"(
paragraph `Never [[closed `]]` here.`
  text `Never ` =Never 
  text `[[` =[[
  text `closed ` =closed 
  code ``]]`` =]]
  text ` here.` = here.
bullet_list1 `- [[S3] is$- fine [[S4]]`
  item `- [[S3] is`
    paragraph `[[S3] is`
      text `[[S3] is` =[[S3] is
  item `- fine [[S4]]`
    paragraph `fine [[S4]]`
      text `fine ` =fine 
      reference `[[S4]]` =S4
paragraph ``[[` is code`
  code ``[[`` =[[
  text ` is code` = is code
a.md:1:7: error[unresolved-reference]: this reference is never closed
   1 | Never [[closed `]]` here.
     |       ^^
  help: end it with ]]
a.md:3:3: error[unresolved-reference]: this reference is never closed
   3 | - [[S3] is
     |   ^^
  help: end it with ]]
)");
}

TEST_CASE("a bar inside a reference in a table is explained") {
  const std::string out = read("| a | b |\n|---|---|\n| [[S3|words]] | x |\n");
  CHECK(out.find("a.md:3:3: error[unresolved-reference]: this reference is never closed\n"
                 "   3 | | [[S3|words]] | x |\n"
                 "     |   ^^\n"
                 "  help: end it with ]]; in a table, write [words](id:S3) rather than [[S3|words]]\n") !=
        std::string::npos);
}

TEST_CASE("the marks that stand in for brackets do no harm when the author uses them") {
  CHECK(read("\xD7\x86 [[S3]] \xDC\x8D\n").find("reference `[[S3]]` =S3\n  text ` \xDC\x8D` = \xDC\x8D") !=
        std::string::npos);
}

TEST_CASE("a heading has its own id, a paragraph may be without number, and both a language") {
  CHECK(read("## Title {#my-id}\n\n# Pen {lang=cy #p} #\n\nA. {-}\n\nB\n{- lang=cy}\n\nC \\{-}\n\nD {.x}\n\nE{-}\n") ==
        R"(
heading2 `## Title {#my-id}` +my-id
  text `Title` =Title
heading1 `# Pen {lang=cy #p} #` +p
  language_span `Pen` +cy
    text `Pen` =Pen
paragraph1 `A. {-}`
  text `A.` =A.
paragraph1 `B${- lang=cy}` +cy
  text `B` =B
paragraph `C \{-}`
  text `C \{-}` =C {-}
paragraph `D {.x}`
  text `D {.x}` =D {.x}
paragraph `E{-}`
  text `E{-}` =E{-}
)");
}

TEST_CASE("words may be in another language") {
  CHECK(read("[geiriau *da*]{lang=cy} and [x]{y}\n") == R"(
paragraph `[geiriau *da*]{lang=cy} and [x]{y}`
  language_span `[geiriau *da*]{lang=cy}` +cy
    text `geiriau ` =geiriau 
    emphasis `*da*`
      text `da` =da
  text ` and [x]{y}` = and [x]{y}
)");
}

TEST_CASE("a directive is a fence named in braces, and its body keeps its place") {
  const std::string text = "- a\n\n  ```{list}\n  x = [[\"y\"]]\n    é\n  ```\n\n~~~ {cards}\nz\n~~~\n";
  CHECK(read(text) == R"(
bullet_list `- a$$  ```{list}$  x = [["y"]]$    é$  ````
  item `- a$$  ```{list}$  x = [["y"]]$    é$  ````
    paragraph `a`
      text `a` =a
    directive ````{list}$  x = [["y"]]$    é$  ```` =x = [["y"]]$  é$ +list
directive `~~~ {cards}$z$~~~` =z$ +cards
)");
  Diagnostics found;
  const Document document = parse_markdown(text, Origin(0, 0), {}, found);
  for (std::size_t i = 0; i < document.nodes.size(); ++i) {
    if (document.nodes[i].kind != NodeKind::directive) continue;
    const std::string_view body = document.text(document.nodes[i]);
    for (std::size_t at = 0; at < body.size(); ++at)
      CHECK(text[directive_body_origin(document, i).at(static_cast<std::uint32_t>(at))] == body[at]);
  }
}

TEST_CASE("a fence that is never closed is reported where it opens") {
  const std::string out = read("> ````{list}\n> x = 1\n> ```\n\n```py\nopen\n");
  CHECK(out == R"(
block_quote `> ````{list}$> x = 1$> ````
  directive1 `````{list}$> x = 1$> ```` =x = 1$```$ +list
code_block1 ````py$open` =open$ +py
a.md:1:3: error[bad-directive]: this block is never closed
   1 | > ````{list}
     |   ^^^^^^^^^^
  help: end it with ```` on a line of its own
a.md:5:1: error[bad-directive]: this block is never closed
   5 | ```py
     | ^^^^^
  help: end it with ``` on a line of its own
)");
  CHECK(read("```\n```\n\n- ```\n  x\n  ```\n").find("error") == std::string::npos);
  CHECK(read("- ```\n  x\n```\ny\n```\n").find("a.md:1:3: error[bad-directive]") != std::string::npos);
}
