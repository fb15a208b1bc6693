#include "render/page.h"

#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

const Files files{
    {"content/index.md", page("title = \"Home\"", "Welcome.")},
    {"content/standards/a.md", page("id = \"S1\"\ntitle = \"A\"\n[[criteria]]\ntext = \"One.\"", "Text.")},
    {"content/cymraeg/ŵyl.md", page("title = \"Ŵyl\"", "Text.")},
    {"content/glossary/g.toml", "[pool]\ntitle = \"Pool\"\ntext = \"Money.\"\n"}};

// An address as a page at `file` has it.
std::string href(const RenderedSite& site, std::string_view file, std::string_view address) {
  Arena arena;
  Diagnostics found;
  return Page(site.site(), site.route(file), arena, found).href(address);
}

std::string on_404(const std::string& base_url, SiteOptions options = {}) {
  Files with_base = files;
  with_base["site.toml"] = "title = \"T\"\n" + (base_url.empty() ? "" : "base_url = \"" + base_url + "\"\n");
  return href(RenderedSite(std::move(with_base), options), "404.html", "standards/S1/");
}

}  // namespace

TEST_CASE("addresses go from the page that they stand on") {
  const RenderedSite site(files);
  CHECK(href(site, "index.html", "") == "./");
  CHECK(href(site, "index.html", "standards/S1/") == "standards/S1/");
  CHECK(href(site, "standards/S1/index.html", "") == "../../");
  CHECK(href(site, "standards/S1/index.html", "standards/") == "../../standards/");
  CHECK(href(site, "standards/index.html", "logo.svg") == "../logo.svg");
  CHECK(href(site, "standards/S1/index.html", "standards/S1/") == "../../standards/S1/");
}

TEST_CASE("an anchor of the same page is the anchor alone, at home too") {
  const RenderedSite site(files);
  CHECK(href(site, "standards/S1/index.html", "standards/S1/#S1.1") == "#S1.1");
  CHECK(href(site, "index.html", "#part") == "#part");
  CHECK(href(site, "standards/S1/index.html", "#part") == "../../#part");
  CHECK(href(site, "glossary/index.html", "glossary/#pool") == "#pool");
  CHECK(href(site, "index.html", "glossary/#pool") == "glossary/#pool");
}

TEST_CASE("for reading without a server the file of a folder is named") {
  const RenderedSite site(files, {.for_files = true});
  CHECK(href(site, "index.html", "") == "index.html");
  CHECK(href(site, "standards/S1/index.html", "") == "../../index.html");
  CHECK(href(site, "index.html", "glossary/#pool") == "glossary/index.html#pool");
  CHECK(href(site, "glossary/index.html", "glossary/#pool") == "#pool");
  CHECK(href(site, "index.html", "logo.svg") == "logo.svg");
  CHECK(href(site, "standards/S1/index.html", "404.html") == "../../404.html");
}

TEST_CASE("the page that is shown for any address gives addresses from the root of the server") {
  CHECK(on_404("") == "/standards/S1/");
  CHECK(on_404("https://example.org/") == "/standards/S1/");
  CHECK(on_404("https://example.org") == "/standards/S1/");
  CHECK(on_404("https://example.org/care/") == "/care/standards/S1/");
  CHECK(on_404("https://example.org/care/", {.for_files = true}) == "standards/S1/index.html");
}

TEST_CASE("what may not stand in an address is encoded, and a colon does not make a scheme") {
  const RenderedSite site(files);
  CHECK(href(site, "index.html", "cymraeg/ŵyl/") == "cymraeg/%C5%B5yl/");
  CHECK(href(site, "index.html", "our plan.pdf") == "our%20plan.pdf");
  CHECK(href(site, "index.html", "a%23b.pdf") == "a%23b.pdf");
  CHECK(href(site, "index.html", "note: one.pdf") == "./note:%20one.pdf");
  CHECK(href(site, "index.html", "a/note: one.pdf") == "a/note:%20one.pdf");
  CHECK(href(site, "standards/index.html", "note: one.pdf") == "../note:%20one.pdf");
}

TEST_CASE("an item is linked where it is read, at an anchor of its own or of another") {
  const RenderedSite site(files);
  Arena arena;
  Diagnostics found;
  const Page page(site.site(), site.route("index.html"), arena, found);
  CHECK(page.href(site.item("standard", "S1")) == "standards/S1/");
  CHECK(page.href(site.item("standard", "S1"), "part") == "standards/S1/#part");
  CHECK(page.href(site.item("criterion", "S1.1")) == "standards/S1/#S1.1");
  CHECK(page.href(site.item("term", "pool")) == "glossary/#pool");
}

TEST_CASE("a term is linked the first time that a page asks for it") {
  const RenderedSite site(files);
  Arena arena;
  Diagnostics found;
  const Page page(site.site(), site.route("index.html"), arena, found);
  CHECK(page.link_term(1));
  CHECK(!page.link_term(1));
  CHECK(page.link_term(2));
  CHECK(Page(site.site(), site.route("index.html"), arena, found).link_term(1));
}

TEST_CASE("a list names an item of another language in its language") {
  const RenderedSite site({{"content/index.md", page("title = \"Home\"")},
                           {"content/outcomes/a.md", page("title = \"Iach\"\nlanguage = \"cy\"")},
                           {"content/outcomes/b.md", page("title = \"Healthy\"")}});
  const std::string html = site.page("outcomes/index.html");
  CHECK(html.find("<a href=\"../outcomes/a/\" hreflang=\"cy\" lang=\"cy\">Iach</a>") != std::string::npos);
  CHECK(html.find("<a href=\"../outcomes/b/\">Healthy</a>") != std::string::npos);
}

TEST_CASE("a chapter leads to all chapters of its framework, and does not link itself") {
  const RenderedSite site({{"content/index.md", page("title = \"Home\"")},
                           {"content/framework/index.md", page("title = \"The framework\"")},
                           {"content/framework/a.md", page("title = \"Aims\"\norder = 1")},
                           {"content/framework/b.md", page("title = \"Boards\"\norder = 2")}});
  const std::string html = site.page("framework/b/index.html");
  CHECK(html.find("<nav class=\"contents\" aria-label=\"Chapters\">\n<details>\n<summary>All chapters</summary>\n<ol>\n"
                  "<li><a href=\"../../framework/\">The framework</a></li>\n"
                  "<li><a href=\"../../framework/a/\">Aims</a></li>\n"
                  "<li><strong aria-current=\"page\">Boards</strong></li>\n") != std::string::npos);
  CHECK(site.page("framework/index.html").find("All chapters</summary>") == std::string::npos);
}

TEST_CASE("every page has one search, home its own") {
  const RenderedSite site({{"content/index.md", page("title = \"Home\"")}, {"content/a.md", page("title = \"A\"")}});
  const auto searches = [&](std::string_view file) {
    const std::string html = site.page(file);
    std::size_t count = 0;
    for (std::size_t at = html.find("role=\"search\""); at != std::string::npos;
         at = html.find("role=\"search\"", at + 1))
      ++count;
    return count;
  };
  CHECK(searches("index.html") == 1);
  CHECK(searches("a/index.html") == 1);
  CHECK(searches("search/index.html") == 1);
}
