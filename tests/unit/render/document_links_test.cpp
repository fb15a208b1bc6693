#include "render/document_links.h"

#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

// The body of the page content/notes/a.md of a site as markup.
std::string body(const std::string& text, SiteOptions options = {}, Files files = {}) {
  files.try_emplace("content/index.md", page("title = \"Home\"", "Welcome."));
  files.try_emplace("content/standards/s.md",
                    page("id = \"S1\"\ntitle = \"Safe & well\"\n[[criteria]]\ntext = \"One.\"", "## Scope\n\nText."));
  files.try_emplace("content/glossary/g.toml",
                    "[pool]\ntitle = \"Pooled budget\"\nabbreviation = \"PB\"\ntext = \"Money.\"\n");
  files.try_emplace("content/hidden.md", page("title = \"Hidden\"\ndraft = true", "Text."));
  files["content/notes/a.md"] = page("title = \"A\"", text);
  files["templates/page.html"] = "{{ text }}";
  return RenderedSite(std::move(files), options).page("notes/a/index.html");
}

}  // namespace

TEST_CASE("a reference by id reads as its target does, one by name as it is written") {
  CHECK(body("See [[S1]], [[standard:S1]], [[Safe & well]] and [[S1|the first]].") ==
        "<p>See <a href=\"../../standards/S1/\">Standard 1: Safe &amp; well</a>, "
        "<a href=\"../../standards/S1/\">Standard 1: Safe &amp; well</a>, "
        "<a href=\"../../standards/S1/\">Safe &amp; well</a> and <a href=\"../../standards/S1/\">the first</a>.</p>\n");
  CHECK(body("See [[S1.1]].") == "<p>See <a href=\"../../standards/S1/#S1.1\">Criterion 1.1</a>.</p>\n");
}

TEST_CASE("links lead to pages, anchors, files and made pages from the page that they stand on") {
  CHECK(body("[Home](../index.md), [it](../standards/s.md#scope), [here](#part)\n\n## Part\n\nText.") ==
        "<p><a href=\"../../\">Home</a>, <a href=\"../../standards/S1/#scope\">it</a>, <a href=\"#part\">here</a></p>\n"
        "<h2 id=\"part\">Part</h2>\n<p>Text.</p>\n");
  CHECK(body("[all](page:standards), [cover](page:coverage)") ==
        "<p><a href=\"../../standards/\">all</a>, <a href=\"../../coverage/\">cover</a></p>\n");
  CHECK(body("[data](b%23c.csv), [web](https://example.org/?a&b)", {}, {{"content/notes/b#c.csv", "x"}}) ==
        "<p><a href=\"../../notes/b%23c.csv\">data</a>, <a href=\"https://example.org/?a&amp;b\">web</a></p>\n");
  CHECK(body("[Home](../index.md)", {.for_files = true}) == "<p><a href=\"../../index.html\">Home</a></p>\n");
}

TEST_CASE("what is not published is not linked, and is in a draft") {
  CHECK(body("[It](../hidden.md) and [[hidden]].").find("href") == std::string::npos);
  CHECK(body("[It](../hidden.md)", {.draft = true}).find("<a href=\"../../hidden/\">It</a>") != std::string::npos);
}

TEST_CASE("the index of a type whose items are all drafts is not linked, as it is not made") {
  const Files draft{{"content/boards/b.toml", "[b]\ntitle = \"B\"\ndraft = true\n"}};
  CHECK(body("[all](page:boards)", {}, draft).find("href") == std::string::npos);
  CHECK(body("[all](page:boards)", {.draft = true}, draft).find("<a href=\"../../boards/\">all</a>") !=
        std::string::npos);
}

TEST_CASE("a term is linked at its first mention alone, with what an abbreviation stands for") {
  CHECK(body("A PB, and the pooled budget.") ==
        "<p>A <a class=\"term\" href=\"../../glossary/#pool\"><abbr title=\"Pooled budget\">PB</abbr></a>, and the "
        "pooled budget.</p>\n");
  CHECK(
      body("A pooled budget, a PB.").find("<a class=\"term\" href=\"../../glossary/#pool\">pooled budget</a>, a PB.") !=
      std::string::npos);
}

TEST_CASE("headings of a text within another page carry the id of their owner, one level lower") {
  CHECK(body("```{item}\nid = \"S1\"\nshow = \"text\"\n```\n").find("<h3 id=\"S1-scope\">Scope</h3>") !=
        std::string::npos);
}

TEST_CASE("a list has no more items than its limit, drafts neither shown nor counted") {
  Files files;
  for (const char* id : {"S2", "S3", "S4"})
    files["content/standards/" + std::string(id) + ".md"] =
        page("id = \"" + std::string(id) + "\"\ntitle = \"T\"" + (id[1] == '2' ? "\ndraft = true" : ""), "Text.");
  const auto shown = [&](const std::string& options, SiteOptions site = {}) {
    Files all = files;
    all["templates/directives/list.html"] = "{% for item in items %}{{ item.id }} {% endfor %}";
    return body("```{list}\nselect = \"standard\"\n" + options + "\n```\n", site, all);
  };
  CHECK(shown("") == "S1 S3 S4 \n");
  CHECK(shown("limit = 2") == "S1 S3 \n");
  CHECK(shown("limit = 3") == "S1 S3 S4 \n");
  CHECK(shown("limit = 2", {.draft = true}) == "S1 S2 \n");
  CHECK(shown("sort = \"-id\"\nlimit = 1") == "S4 \n");
}

TEST_CASE("a link to a file tells its type and size, unless its words do") {
  SiteOptions options;
  options.size_of = [](std::string_view file) { return file == "notes/plan.pdf" ? 1200001U : 999U; };
  const auto shown = [&](const std::string& text) {
    return body(text, options, {{"content/notes/plan.pdf", "x"}, {"static/a.html", "x"}, {"static/b.csv", "x"}});
  };
  CHECK(shown("[The plan](plan.pdf), [data](/b.csv)") ==
        "<p><a href=\"../../notes/plan.pdf\">The plan</a> (PDF, 1.3 MB), <a href=\"../../b.csv\">data</a> (CSV, 999 "
        "bytes)</p>\n");
  CHECK(shown("[The plan as a PDF](plan.pdf), [a page](/a.html)") ==
        "<p><a href=\"../../notes/plan.pdf\">The plan as a PDF</a>, <a href=\"../../a.html\">a page</a></p>\n");
}

TEST_CASE("a link to a page in another language says which") {
  const Files files{{"content/cy.md", page("title = \"Croeso\"\nlanguage = \"cy\"", "See [home](index.md).")}};
  CHECK(body("[Welsh](../cy.md), [home](../index.md)", {}, files) ==
        "<p><a href=\"../../cy/\" hreflang=\"cy\">Welsh</a>, <a href=\"../../\">home</a></p>\n");
  CHECK(body("[[Croeso]]", {}, files) == "<p><a href=\"../../cy/\" hreflang=\"cy\">Croeso</a></p>\n");
}
