#include "render/routes.h"

#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

const std::string home = page("title = \"Home\"", "Welcome.");

std::string collisions(Files files) {
  files.try_emplace("content/index.md", home);
  return RenderedSite(std::move(files)).messages("route-collision");
}

// "file template" of each page.
std::string templates(const RenderedSite& site) {
  std::string all;
  for (const Route& route : site.routes().pages) all += route.file + " " + route.template_name + "\n";
  return all;
}

}  // namespace

TEST_CASE("pages come in reading order, then the indexes of types and what every site has") {
  const RenderedSite site(
      {{"content/index.md", home},
       {"content/about/us.md", page("title = \"Us\"\ntemplate = \"wide.html\"", "Text.")},
       {"content/framework/index.md", page("title = \"F\"", "Text.")},
       {"content/framework/aims.md", page("title = \"Aims\"", "Text.")},
       {"content/standards/a.md", page("id = \"S1\"\ntitle = \"A\"\n[[criteria]]\ntext = \"One.\"", "Text.")},
       {"content/glossary/g.toml", "[pool]\ntitle = \"Pool\"\ntext = \"Money.\"\n"},
       {"content/notes/index.md", page("title = \"Notes\"", "Text.")},
       {"templates/wide.html", "{{ page.title }}"}});
  CHECK(templates(site) ==
        "index.html home.html\n"
        "framework/index.html page.html\n"
        "framework/aims/index.html page.html\n"
        "about/us/index.html wide.html\n"
        "notes/index.html page.html\n"
        "standards/S1/index.html item.html\n"
        "framework/whole/index.html whole.html\n"
        "standards/index.html index.html\n"
        "glossary/index.html index.html\n"
        "search/index.html search.html\n"
        "coverage/index.html coverage.html\n"
        "404.html not-found.html\ncookies/index.html cookies.html\nprivacy/index.html privacy.html\n");
  CHECK(site.route("index.html").kind == PageKind::home);
  CHECK(site.route("framework/aims/index.html").address == "framework/aims/");
  CHECK(site.route("404.html").address == "404.html");
  CHECK(site.route("standards/index.html").item == no_item);
}

TEST_CASE("a site without a page for its home has one of its parts") {
  const Files files{{"content/about.md", page("title = \"About\"", "Text.")},
                    {"content/standards/a.md", page("id = \"S1\"\ntitle = \"A\"", "Text.")}};
  const RenderedSite bare(files);
  CHECK(bare.files() ==
        "about/index.html standards/S1/index.html standards/index.html search/index.html index.html "
        "coverage/index.html 404.html cookies/index.html privacy/index.html ");
  CHECK(bare.route("index.html").kind == PageKind::home);
  CHECK(bare.route("index.html").item == no_item);
  Files draft = files;
  draft["content/index.md"] = page("title = \"Home\"\ndraft = true", "Not yet.");
  CHECK(RenderedSite(draft).route("index.html").item == no_item);
  CHECK(RenderedSite(draft, {.draft = true}).route("index.html").item != no_item);
  Files own = files;
  own["static/index.html"] = "<p>Home.</p>";
  CHECK(RenderedSite(own).files() ==
        "about/index.html standards/S1/index.html standards/index.html search/index.html coverage/index.html 404.html "
        "cookies/index.html privacy/index.html ");
}

TEST_CASE("the page of a folder introduces the index of its type, unless it is a draft") {
  const auto intro = [](const std::string& more, SiteOptions options) {
    const RenderedSite site({{"content/index.md", home},
                             {"content/standards/index.md", page("title = \"Ours\"" + more, "Read them.")},
                             {"content/standards/a.md", page("id = \"S1\"\ntitle = \"A\"", "Text.")}},
                            options);
    return site.routes().pages.size() == 8 + (options.draft ? 1u : 0u)
               ? site.route("standards/index.html").item == site.item("page", "standards/index")
               : false;
  };
  CHECK(intro("", {}));
  CHECK(!intro("\ndraft = true", {}));
  CHECK(intro("\ndraft = true", {.draft = true}));
}

TEST_CASE("a type has an index where it has an item that is published, or an introduction") {
  const auto has_index = [](Files files, SiteOptions options = {}) {
    files["content/index.md"] = home;
    return RenderedSite(std::move(files), options).files().find("boards/index.html ") != std::string::npos;
  };
  const Files draft{{"content/boards/b.toml", "[b]\ntitle = \"B\"\ndraft = true\n"}};
  CHECK(has_index({{"content/boards/b.toml", "[b]\ntitle = \"B\"\n"}}));
  CHECK(!has_index(draft));
  CHECK(has_index(draft, {.draft = true}));
  CHECK(has_index({{"content/boards/index.md", page("title = \"Boards\"", "None yet.")}}));
  CHECK(!has_index({{"content/boards/index.md", page("title = \"Boards\"\ndraft = true", "None yet.")}}));
  CHECK(!has_index({}));
}

TEST_CASE("drafts have pages only in a draft, nested items and those of an index none") {
  const Files files{{"content/index.md", home},
                    {"content/a.md", page("title = \"A\"\ndraft = true", "Text.")},
                    {"content/standards/s.md",
                     page("id = \"S1\"\ntitle = \"S\"\ndraft = true\n[[criteria]]\ntext = \"One.\"", "Text.")}};
  CHECK(RenderedSite(files).files() ==
        "index.html search/index.html coverage/index.html 404.html cookies/index.html privacy/index.html ");
  CHECK(RenderedSite(files, {.draft = true}).files() ==
        "index.html a/index.html standards/S1/index.html standards/index.html search/index.html "
        "coverage/index.html findings/index.html 404.html cookies/index.html privacy/index.html ");
}

TEST_CASE("two things of one address are reported at the second, with the first") {
  CHECK(
      collisions({{"content/standards.md", page("title = \"Ours\"", "Text.")},
                  {"content/standards/a.md", page("id = \"S1\"\ntitle = \"A\"", "Text.")}}) ==
      R"(error[route-collision]: the index of standards and the page "Ours" have the same address, /standards/index.html
  also: content/standards.md:2:9: the page "Ours" stands here
   2 | title = "Ours"
     |         ^^^^^^
  help: give one of them another id or move it to another folder
)");
  CHECK(
      collisions({{"content/about.md", page("title = \"One\"", "Text.")},
                  {"content/about/index.md", page("title = \"Two\"", "Text.")}}) ==
      R"(content/about/index.md:2:9: error[route-collision]: the page "Two" and the page "One" have the same address, /about/index.html
   2 | title = "Two"
     |         ^^^^^
  also: content/about.md:2:9: the page "One" stands here
   2 | title = "One"
     |         ^^^^^
  help: give one of them another id or move it to another folder
)");
  CHECK(
      collisions({{"content/coverage.md", page("title = \"Cover\"", "Text.")}}) ==
      R"(error[route-collision]: the page that templates/coverage.html makes and the page "Cover" have the same address, /coverage/index.html
  also: content/coverage.md:2:9: the page "Cover" stands here
   2 | title = "Cover"
     |         ^^^^^^^
  help: give one of them another id or move it to another folder
)");
}

TEST_CASE("addresses that differ in capitals alone collide, beyond the letters of English too") {
  CHECK(
      collisions({{"content/About.md", page("title = \"One\"", "Text.")},
                  {"content/about.md", page("title = \"Two\"", "Text.")}}) ==
      R"(content/about.md:2:9: error[route-collision]: the page "Two" and the page "One" have the same address, /about/index.html
   2 | title = "Two"
     |         ^^^^^
  also: content/About.md:2:9: the page "One" stands here
   2 | title = "One"
     |         ^^^^^
  help: give one of them another id or move it to another folder
)");
  CHECK(collisions({{"static/Ŵyl.pdf", "x"}, {"static/ŵyl.pdf", "x"}}) ==
        R"(error[route-collision]: the file static/ŵyl.pdf and the file static/Ŵyl.pdf have the same address, /ŵyl.pdf
  help: give one of them another id or move it to another folder
)");
}

TEST_CASE("addresses that differ in dashes, signs, spaces and accents are different") {
  CHECK(collisions({{"static/a–b.pdf", "x"},
                    {"static/a-b.pdf", "x"},
                    {"static/m².csv", "x"},
                    {"static/m2.csv", "x"},
                    {"static/a  b.csv", "x"},
                    {"static/a b.csv", "x"},
                    {"static/e.csv", "x"},
                    {"static/é.csv", "x"}}) == "");
}

TEST_CASE("the folders content and static are one site, whose files may collide") {
  CHECK(
      collisions({{"content/logo.svg", "x"}, {"static/logo.svg", "x"}}) ==
      R"(error[route-collision]: the file static/logo.svg and the file content/logo.svg have the same address, /logo.svg
  help: give one of them another id or move it to another folder
)");
}

TEST_CASE("what would be a file and a folder at once is reported, whichever comes first") {
  CHECK(
      collisions({{"content/about.md", page("title = \"About\"", "Text.")}, {"static/about", "x"}}) ==
      R"(error[route-collision]: /about cannot be a file and a folder at once: the file static/about and the page "About"
  also: content/about.md:2:9: the page "About" stands here
   2 | title = "About"
     |         ^^^^^^^
  help: give one of them another id or move it to another folder
)");
  CHECK(
      collisions({{"content/Data", "x"}, {"static/data/a/b.csv", "x"}}) ==
      R"(error[route-collision]: /Data cannot be a file and a folder at once: the file static/data/a/b.csv and the file content/Data
  help: give one of them another id or move it to another folder
)");
  CHECK(collisions({{"content/data", "x"}, {"static/data.csv", "x"}, {"static/data2/a.csv", "x"}}) == "");
}

TEST_CASE("a file that every site has is changed by its template, not put in its place") {
  CHECK(
      collisions({{"static/robots.txt", "x"}, {"static/sitemap.xml", "x"}}) ==
      R"(error[route-collision]: the file static/robots.txt and the one that templates/robots.txt makes have the same address, /robots.txt
  help: put yours into templates/ instead
)");
  CHECK(
      collisions({{"site.toml", "title = \"T\"\nbase_url = \"https://example.org/\"\n"},
                  {"static/feed.xml", "x"},
                  {"static/sitemap.xml", "x"}}) ==
      R"(error[route-collision]: the file static/feed.xml and the one that templates/feed.xml makes have the same address, /feed.xml
  help: put yours into templates/ instead
error[route-collision]: the file static/sitemap.xml and the one that templates/sitemap.xml makes have the same address, /sitemap.xml
  help: put yours into templates/ instead
)");
}

TEST_CASE("of two items with one id only one has an address, and that is one finding") {
  const RenderedSite site({{"content/index.md", home},
                           {"content/standards/a.md", page("id = \"S1\"\ntitle = \"A\"", "Text.")},
                           {"content/standards/b.md", page("id = \"S1\"\ntitle = \"B\"", "Text.")}});
  CHECK(site.messages("route-collision") == "");
  CHECK(site.messages("duplicate-id") != "");
}

TEST_CASE("files beside pages are copied, those of static to the root") {
  const RenderedSite site({{"content/index.md", home}, {"content/a/chart.svg", "x"}, {"static/img/logo.svg", "x"}});
  REQUIRE(site.routes().copies.size() == 2);
  CHECK(site.routes().copies[0].from == "content/a/chart.svg");
  CHECK(site.routes().copies[0].file == "a/chart.svg");
  CHECK(site.routes().copies[1].from == "static/img/logo.svg");
  CHECK(site.routes().copies[1].file == "img/logo.svg");
}
