#include "render/page_renderer.h"

#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

Files site(const std::string& config) {
  return {{"site.toml", "title = \"T & co\"\n" + config}, {"content/index.md", page("title = \"Home\"", "Welcome.")}};
}

const std::string base = "base_url = \"https://example.org/care/\"\n";

std::string letters(const std::string& terms) {
  Files files = site("");
  files["content/glossary/g.toml"] = terms;
  files["templates/index.html"] =
      "{% for each in letters %}{{ each.letter }}: {{ each.items | map(\"id\") | join(\" \") }}; {% endfor %}";
  return RenderedSite(std::move(files)).page("glossary/index.html");
}

}  // namespace

TEST_CASE("the sitemap has every page for readers by its whole address, with the day that it changed") {
  Files files = site(base);
  files["content/ŵyl.md"] = page("title = \"Ŵyl\"\npublished_on = 2026-01-02\nreviewed_on = 2026-03-04", "Text.");
  files["content/hidden.md"] = page("title = \"Hidden\"\ndraft = true", "Text.");
  files["content/glossary/g.toml"] = "[pool]\ntitle = \"Pool\"\ntext = \"Money.\"\nold_paths = [\"/pool/\"]\n";
  CHECK(RenderedSite(files).extra("sitemap.xml") ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        "<url><loc>https://example.org/care/</loc></url>\n"
        "<url><loc>https://example.org/care/%C5%B5yl/</loc><lastmod>2026-03-04</lastmod></url>\n"
        "<url><loc>https://example.org/care/glossary/</loc></url>\n"
        "<url><loc>https://example.org/care/coverage/</loc></url>\n"
        "<url><loc>https://example.org/care/cookies/</loc></url>\n"
        "<url><loc>https://example.org/care/privacy/</loc></url>\n</urlset>\n");
  CHECK(RenderedSite(files, {.draft = true}).extra("sitemap.xml").find("findings") == std::string::npos);
  CHECK(RenderedSite(site("")).extra("sitemap.xml") == "-");
}

TEST_CASE("a site of more addresses than a sitemap holds has several, and an index of them") {
  Files files = site(base);
  std::string& roles = files["content/roles/roles.csv"] = "id,title\n";
  for (std::size_t i = 0; i < most_sitemap_addresses; ++i) roles += "R" + std::to_string(i) + ",Role\n";
  const RenderedSite rendered(files);
  CHECK(rendered.extra("sitemap.xml") ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex "
        "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        "<sitemap><loc>https://example.org/care/sitemap-1.xml</loc></sitemap>\n"
        "<sitemap><loc>https://example.org/care/sitemap-2.xml</loc></sitemap>\n</sitemapindex>\n");
  const auto addresses = [&](std::string_view file) {
    const std::string map = rendered.extra(file);
    std::size_t count = 0;
    for (std::size_t at = map.find("<loc>"); at != std::string::npos; at = map.find("<loc>", at + 1)) ++count;
    return count;
  };
  CHECK(addresses("sitemap-1.xml") == most_sitemap_addresses);
  CHECK(addresses("sitemap-2.xml") == 5);  // home, the index of roles, coverage, cookies and privacy are beside them
  CHECK(rendered.extra("sitemap-3.xml") == "-");
}

TEST_CASE("the feed has the pages that have a date, the latest first, with their summaries in words") {
  Files files = site(base);
  files["content/a.md"] =
      page("title = \"A & *b*\"\nsummary = \"It is **good** & new\"\napproved_on = 2026-01-02", "Text.");
  files["content/b.md"] = page("title = \"B\"\npublished_on = 2026-05-06\nreviewed_on = 2026-01-01", "Text.");
  files["content/c.md"] = page("title = \"C\"", "Text.");
  const RenderedSite rendered(files);
  CHECK(rendered.extra("feed.xml") ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n"
        "<id>https://example.org/care/</id>\n<title>T &amp; co</title>\n"
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/care/feed.xml\"/>\n"
        "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/care/\"/>\n"
        "<updated>2026-05-06T00:00:00Z</updated>\n<author><name>T &amp; co</name></author>\n"
        "<entry>\n<id>https://example.org/care/b/</id>\n<title>B</title>\n"
        "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/care/b/\"/>\n"
        "<updated>2026-05-06T00:00:00Z</updated>\n</entry>\n"
        "<entry>\n<id>https://example.org/care/a/</id>\n<title>A &amp; b</title>\n"
        "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/care/a/\"/>\n"
        "<updated>2026-01-02T00:00:00Z</updated>\n<summary>It is good &amp; new</summary>\n</entry>\n</feed>\n");
  CHECK(RenderedSite(site("")).extra("feed.xml") == "-");
}

TEST_CASE("the feed has no more than fifty entries") {
  const auto entries = [](int count) {
    Files files = site(base);
    for (int i = 0; i < count; ++i)
      files["content/p" + std::to_string(i) + ".md"] =
          page("title = \"P\"\npublished_on = 2026-01-" + std::string(i < 1 ? "01" : "02"), "Text.");
    const std::string feed = RenderedSite(std::move(files)).extra("feed.xml");
    std::size_t found = 0;
    for (std::size_t at = feed.find("<entry>"); at != std::string::npos; at = feed.find("<entry>", at + 1)) ++found;
    return std::to_string(found) + (feed.find("/p0/") == std::string::npos ? " without the oldest" : "");
  };
  CHECK(entries(50) == "50");
  CHECK(entries(51) == "50 without the oldest");
}

TEST_CASE("robots are told where the sitemap is, and to stay out of a draft") {
  CHECK(RenderedSite(site(base)).extra("robots.txt") ==
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/care/sitemap.xml\n");
  CHECK(RenderedSite(site("")).extra("robots.txt") == "User-agent: *\nAllow: /\n");
  CHECK(RenderedSite(site(base), {.draft = true}).extra("robots.txt") == "User-agent: *\nDisallow: /\n");
}

TEST_CASE("a site's own template makes these files too") {
  Files files = site(base);
  files["templates/robots.txt"] = "User-agent: *\nDisallow: {{ site.title }}\n";
  CHECK(RenderedSite(files).extra("robots.txt").find("User-agent: *\nDisallow: T") == 0);
}

TEST_CASE("a page whose template there is not is reported at its name, and is made by the usual one") {
  Files files = site("");
  files["content/a.md"] = page("title = \"A\"\ntemplate = \"paeg.html\"", "Text.");
  files["templates/page.html"] = "{{ page.title }}";
  const RenderedSite rendered(files);
  CHECK(rendered.messages("bad-template") ==
        R"(content/a.md:3:12: error[bad-template]: there is no template "paeg.html"
   3 | template = "paeg.html"
     |            ^^^^^^^^^^^ did you mean "page.html"?
  help: put it into templates/, or take the key template out
)");
  CHECK(rendered.page("a/index.html") == "A");
}

TEST_CASE("the terms of a glossary stand under their first letters in any case, drafts left out") {
  CHECK(letters("[b]\ntitle = \"banana\"\ntext = \"x\"\n[a2]\ntitle = \"Apple\"\ntext = \"x\"\n"
                "[a1]\ntitle = \"ale\"\ntext = \"x\"\n[n]\ntitle = \"16-plus\"\ntext = \"x\"\n"
                "[d]\ntitle = \"Draft\"\ntext = \"x\"\ndraft = true\n[q]\ntitle = \"“Avoid”\"\ntext = \"x\"\n") ==
        "&quot;: q; 1: n; A: a1 a2; B: b; ");
}

TEST_CASE("sections of the menu are marked where a page is in them, and show no drafts") {
  Files files = site("");
  files["content/standards/s.md"] = page("id = \"S1\"\ntitle = \"Safe\"", "Text.");
  files["content/boards/b.toml"] = "[b]\ntitle = \"B\"\ndraft = true\n";
  files["content/needs/n.md"] = page("title = \"N\"\naffects = [\"o\"]", "Text.");
  files["content/outcomes/o.md"] = page("title = \"O\"", "Text.");
  const std::string menu =
      "{% for each in navigation %}{{ each.title }}={{ each.address }}{% if each.current %}!{% endif %} {% endfor %}";
  for (const char* name : {"page", "item", "home"}) files["templates/" + std::string(name) + ".html"] = menu;
  const RenderedSite rendered(files);
  CHECK(rendered.page("index.html") == "Standards=standards/ Outcomes=outcomes/ ");
  CHECK(rendered.page("standards/S1/index.html") == "Standards=standards/! Outcomes=outcomes/ ");
  CHECK(rendered.page("needs/n/index.html") == "Standards=standards/ Outcomes=outcomes/ ");
}
