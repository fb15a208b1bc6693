#include "render/markup.h"

#include <doctest/doctest.h>

#include "port/markdown.h"

using namespace framewright;

namespace {

std::string write(std::string_view text, MarkupLinks& links, const MarkupOptions& options = {}) {
  Diagnostics found;
  const Document document = parse_markdown(text, Origin(0, 0), {}, found);
  std::string out;
  write_markup(out, document, links, options);
  return out;
}

std::string write(std::string_view text, const MarkupOptions& options = {}) {
  MarkupLinks links;
  return write(text, links, options);
}

// Answers every question in a way that can be seen.
class SeenLinks : public MarkupLinks {
public:
  LinkMarkup link(const Document& document, std::size_t node) override {
    const std::string_view url = document.text(document.nodes[node]);
    if (url == "gone.md") return {};
    return {url == "a.md" ? "/a/?x=1&y='é'" : url, "inner"};
  }
  ReferenceMarkup reference(const Document& document, std::size_t node) override {
    if (document.text(document.nodes[node]) == "S9") return {};
    return {"/standards/s3/", &words_, "Safe & \"sound\"", "standard"};
  }
  ImageMarkup image(const Document&, std::size_t) override { return {"/p.png", 40, 30}; }
  HeadingMarkup heading(const Document&, std::size_t) override { return {"aims", "1.1"}; }
  ParagraphMarkup paragraph(const Document&, std::size_t) override {
    number_ = std::to_string(++count_);
    anchor_ = "para-" + number_;
    return {number_, anchor_};
  }
  void directive(const Document& document, std::size_t node, std::string& out) override {
    out.append("<b>").append(document.extra(document.nodes[node])).append("</b>");
  }
  void terms(const Document& document, std::size_t node, std::vector<TermMarkup>& found) override {
    const std::string_view words = document.text(document.nodes[node]);
    const std::size_t nhs = words.find("NHS"), need = words.find("need");
    if (nhs != std::string_view::npos)
      found.push_back({static_cast<std::uint32_t>(nhs), 3, "", "National Health Service"});
    if (need != std::string_view::npos) found.push_back({static_cast<std::uint32_t>(need), 4, "/terms/#need", ""});
  }

private:
  Html words_ = Html::trusted("Standard 3: <em>Safe</em>");
  std::string number_, anchor_;
  int count_ = 0;
};

}  // namespace

TEST_CASE("plain constructs are the HTML of CommonMark") {
  CHECK(
      write(
          "# A *b* **c** `d<e>`\n\nf\ng  \nh\\\ni & \"j\" ~~k~~\n\n> l\n>\n> m\n\n***\n\n    n\n\n```py x\no\n```\n") ==
      "<h1>A <em>b</em> <strong>c</strong> <code>d&lt;e&gt;</code></h1>\n<p>f\ng<br>\nh<br>\ni &amp; “j” "
      "<del>k</del></p>\n"
      "<blockquote>\n<p>l</p>\n<p>m</p>\n</blockquote>\n<hr>\n<pre tabindex=\"0\"><code>n\n</code></pre>\n"
      "<pre tabindex=\"0\"><code class=\"language-py\">o\n</code></pre>\n");
}

TEST_CASE("a tight list has no paragraphs, a loose one has, and lists nest") {
  CHECK(
      write("- a\n- b\n  1. c\n\n3. d\n\n4. e\n") ==
      "<ul>\n<li>a</li>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n<ol start=\"3\">\n<li>\n<p>d</p>\n</li>\n<li>\n"
      "<p>e</p>\n</li>\n</ol>\n");
}

TEST_CASE("a task has a checkbox that says whether it is done") {
  CHECK(write("- [x] a\n- [ ] b\n") ==
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"done\"> a</li>\n"
        "<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"not done\"> b</li>\n</ul>\n");
}

TEST_CASE("a table can be scrolled by the keyboard, is named by its heading and is aligned as it says") {
  CHECK(
      write("| A | B | C |\n|---|--:|:-:|\n| £1,000 | x | y |\n| z |\n") ==
      "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>\n<thead>\n<tr>\n"
      "<th scope=\"col\">A</th>\n<th scope=\"col\" class=\"numeric\">B</th>\n<th scope=\"col\" "
      "class=\"centre\">C</th>\n"
      "</tr>\n</thead>\n<tbody>\n<tr>\n<td>£1,000</td>\n<td class=\"numeric\">x</td>\n"
      "<td class=\"centre\">y</td>\n</tr>\n<tr>\n<td>z</td>\n<td class=\"numeric\"></td>\n<td class=\"centre\"></td>\n"
      "</tr>\n</tbody>\n</table>\n</div>\n");
  CHECK(write("# T {#t}\n\n| A |\n|---|\n")
            .find(" aria-labelledby=\"t\"><table>\n<thead>\n<tr>\n<th scope=\"col\">A</th>\n"
                  "</tr>\n</thead>\n</table>\n</div>\n") != std::string::npos);
}

TEST_CASE("a column of numbers is set to the right, its heading too; one with words among them is not") {
  const std::string table =
      write("| A | B | C |\n|---|---|:-:|\n| £1,000 | 2 | 1 |\n| -3.5% | two | 2 |\n|  | 3 | 3 |\n");
  const auto has = [&](std::string_view cells) { return table.find(cells) != std::string::npos; };
  CHECK(has(
      "<th scope=\"col\" class=\"numeric\">A</th>\n<th scope=\"col\">B</th>\n<th scope=\"col\" class=\"centre\">C"));
  CHECK(has("<td class=\"numeric\">£1,000</td>\n<td>2</td>\n<td class=\"centre\">1</td>"));
  CHECK(has("<td class=\"numeric\">-3.5%</td>\n<td>two</td>"));
  CHECK(has("<td class=\"numeric\"></td>\n<td>3</td>"));
}

TEST_CASE("only the first table under a heading is a landmark") {
  const std::string two = write("# T {#t}\n\n| A |\n|---|\n\ntext\n\n| B |\n|---|\n\n# U {#u}\n\n| C |\n|---|\n");
  const std::string_view region = " role=\"region\" tabindex=\"0\" aria-labelledby=\"t\">";
  CHECK(two.find(region) != std::string::npos);
  CHECK(two.find(region, two.find(region) + 1) == std::string::npos);
  CHECK(two.find(" role=\"group\" tabindex=\"0\" aria-labelledby=\"t\">") != std::string::npos);
}

TEST_CASE("an empty cell of a table's head heads nothing") {
  CHECK(write("|   | B |\n|---|---|\n| a | b |\n").find("<tr>\n<td></td>\n<th scope=\"col\">B</th>\n</tr>") !=
        std::string::npos);
}

TEST_CASE("footnotes stand at the end with ways back to each mention") {
  CHECK(write("A[^n] b[^n].\n\n[^n]: Note\n\n    - x\n", MarkupOptions{0, "p-", false, {}}) ==
        "<p>A<sup><a role=\"doc-noteref\" href=\"#p-fn-1\" id=\"p-fnref-1\" aria-label=\"Note 1\">1</a></sup> b<sup>"
        "<a role=\"doc-noteref\" href=\"#p-fn-1\" id=\"p-fnref-1-2\" aria-label=\"Note 1\">1</a></sup>.</p>\n"
        "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n<li "
        "id=\"p-fn-1\">\n<p>Note</p>\n"
        "<ul>\n<li>x</li>\n</ul>\n<p> <a role=\"doc-backlink\" href=\"#p-fnref-1\" aria-label=\"Back to the text, note "
        "1\">↩</a>"
        " <a role=\"doc-backlink\" href=\"#p-fnref-1-2\" aria-label=\"Back to the text, note 1 (2)\">↩</a></p>\n</li>\n"
        "</ol>\n</section>\n");
  CHECK(write("A[^n]\n\n[^n]: Note\n")
            .find("<p>Note <a role=\"doc-backlink\" href=\"#fnref-1\" aria-label=\"Back to the "
                  "text, note 1\">↩</a></p>\n</li>\n") != std::string::npos);
}

TEST_CASE("links lead where the site says, and never lie in one another") {
  SeenLinks links;
  CHECK(write("> [w](a.md \"T\") [x](gone.md) [[S3]] [[S3|my *own*]] [[S9]] [y [[S3]]](b.md)\n", links) ==
        "<blockquote>\n<p><a class=\"inner\" href=\"/a/?x=1&amp;y=&#39;%C3%A9&#39;\" title=\"T\">w</a> x "
        "<a class=\"standard\" href=\"/standards/s3/\" title=\"Safe &amp; &quot;sound&quot;\">Standard 3: "
        "<em>Safe</em></a> "
        "<a class=\"standard\" href=\"/standards/s3/\" title=\"Safe &amp; &quot;sound&quot;\">my <em>own</em></a> S9 "
        "<a class=\"inner\" href=\"b.md\">y Standard 3: <em>Safe</em></a></p>\n</blockquote>\n");
}

TEST_CASE("an unsafe address is not linked and raw HTML is shown as text unless it is allowed") {
  CHECK(write("[a](javascript:x) ![b](data:x) <b>c</b>\n\n<div>\n") ==
        "<p>a b &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;div&gt;</p>\n");
  CHECK(write("<b>c</b>\n\n<div>\n", MarkupOptions{0, "", true, {}}) == "<p><b>c</b></p>\n<div>\n");
}

TEST_CASE("headings are moved down, numbered and known by their ids") {
  SeenLinks links;
  CHECK(write("# A need\n\n###### B\n", links, MarkupOptions{1, "", false, {}}) ==
        "<h2 id=\"aims\"><span class=\"number\">1.1</span> A need</h2>\n"
        "<h6 id=\"aims\"><span class=\"number\">1.1</span> B</h6>\n");
}

TEST_CASE("paragraphs of the text itself are numbered but those left out") {
  SeenLinks links;
  CHECK(write("A\n\nB {-}\n\n> C\n\n![d](e)\n\nF\n", links) ==
        "<p id=\"para-1\" class=\"numbered\"><a class=\"paragraph-number\" href=\"#para-1\">1</a> A</p>\n<p>B</p>\n"
        "<blockquote>\n<p>C</p>\n</blockquote>\n<p><img src=\"/p.png\" alt=\"d\" width=\"40\" height=\"30\"></p>\n"
        "<p id=\"para-2\" class=\"numbered\"><a class=\"paragraph-number\" href=\"#para-2\">2</a> F</p>\n");
}

TEST_CASE("terms and abbreviations are marked, but not in headings, links, code or quotations") {
  SeenLinks links;
  CHECK(write("- NHS & need\n- [need](x) `need`\n\n> need\n", links) ==
        "<ul>\n<li><abbr title=\"National Health Service\">NHS</abbr> &amp; <a class=\"term\" "
        "href=\"/terms/#need\">need</a></li>\n"
        "<li><a class=\"inner\" href=\"x\">need</a> "
        "<code>need</code></li>\n</ul>\n<blockquote>\n<p>need</p>\n</blockquote>\n");
}

TEST_CASE("an image alone with a title is a figure") {
  SeenLinks links;
  CHECK(write("![A *chart*](x \"Spend & need\")\n\n![b](y \"t\") c\n", links) ==
        "<figure><img src=\"/p.png\" alt=\"A chart\" width=\"40\" height=\"30\"><figcaption>Spend &amp; "
        "need</figcaption></figure>\n"
        "<p id=\"para-1\" class=\"numbered\"><a class=\"paragraph-number\" href=\"#para-1\">1</a> <img src=\"/p.png\" "
        "alt=\"b\" "
        "width=\"40\" height=\"30\" title=\"t\"> c</p>\n");
}

TEST_CASE("parts in another language say so") {
  CHECK(write("# Pen {lang=cy}\n\nA {lang=cy}\n\nb [c]{lang=gd}\n\n- d {lang=cy}\n") ==
        "<h1><span lang=\"cy\">Pen</span></h1>\n<p lang=\"cy\">A</p>\n<p>b <span lang=\"gd\">c</span></p>\n"
        "<ul>\n<li><span lang=\"cy\">d</span></li>\n</ul>\n");
}

TEST_CASE("a directive is what the site puts there") {
  SeenLinks links;
  CHECK(write("> a\n\n```{cards}\nx\n```\n", links) == "<blockquote>\n<p>a</p>\n</blockquote>\n<b>cards</b>\n");
}

TEST_CASE("a title is its words alone, and a part of a document can be written") {
  Diagnostics found;
  MarkupLinks links;
  std::string out;
  write_inline_markup(out, parse_markdown("A *b* & c[^1]", Origin(0, 0), {true, true}, found), links, {});
  CHECK(out == "A <em>b</em> &amp; c[^1]");
  const Document document = parse_markdown("# T\n\na\n\nb\n", Origin(0, 0), {}, found);
  out.clear();
  write_markup(out, document, document.nodes[1].end, document.nodes.size(), links, {});
  CHECK(out == "<p>a</p>\n<p>b</p>\n");
}

TEST_CASE("markup nested ten thousand deep is written without recursion") {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "*a ";
  for (int i = 0; i < 10000; ++i) text += "b*";
  const std::string out = write(text);
  CHECK(out.starts_with("<p><em>a <em>a "));
  CHECK(out.ends_with("b</em>b</em></p>\n"));
}
