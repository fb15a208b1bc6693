#include "render/page_facts.h"

#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

// What a template writes on the page at `file`.
std::string written(Files files, std::string_view file, const std::string& text, SiteOptions options = {}) {
  files.try_emplace("content/index.md", page("title = \"Home\"", "Welcome."));
  for (const char* name : {"page", "item", "index", "home", "coverage", "not-found"})
    files["templates/" + std::string(name) + ".html"] = text;
  return RenderedSite(std::move(files), options).page(file);
}

Files with_page(const std::string& front_matter, const std::string& body = "Text.") {
  return {{"content/a.md", page("title = \"A\"\n" + front_matter, body)}};
}

constexpr const char* banner = "{{ page.status }}|{{ page.status_kind }}|{{ page.banner }}";
constexpr const char* crumbs =
    "{% for each in page.breadcrumbs %}{{ each.title }}={{ each.address }} {% endfor %}|{{ page.section }}";
constexpr const char* contents =
    "{% for each in page.contents %}{{ each.level }} {{ each.number }} {{ each.title }} #{{ each.anchor }}; {% endfor "
    "%}";
constexpr const char* neighbours =
    "{% if page.previous %}{{ page.previous.title }}={{ page.previous.address }}{% endif %}|"
    "{% if page.next %}{{ page.next.title }}={{ page.next.address }}{% endif %}";
constexpr const char* facts = "{% for each in page.facts %}{{ each.label }}: {{ each.value }}; {% endfor %}";
constexpr const char* lists =
    "{% for each in own %}{{ each.label }}: {{ each.value }}; {% endfor %}|"
    "{% for each in relations %}{{ each.reads }} {{ each.items | map(\"id\") | join(\" \") }}; {% endfor %}|"
    "{% for each in nested %}{{ each.title }} {{ each.name }} {{ each.items | length }}; {% endfor %}";

}  // namespace

TEST_CASE("a page has its title as text and as markup, its summary as text and its whole address") {
  const std::string text =
      "{{ page.title }}|{{ page.heading }}|{{ page.description }}|{{ page.canonical }}|{{ page.root }}";
  Files files{
      {"site.toml", "title = \"T\"\nbase_url = \"https://example.org/care/\"\ndescription = \"A site\"\n"},
      {"content/a/ŵyl.md", page("title = \"Be *safe* & well\"\nsummary = \"It is **good**, see [[S1]]\"", "Text.")},
      {"content/b.md", page("title = \"B\"", "Text.")},
      {"content/standards/s.md", page("id = \"S1\"\ntitle = \"*Safe*\"", "Text.")}};
  CHECK(
      written(files, "a/ŵyl/index.html", text) ==
      "Be safe &amp; well|Be <em>safe</em> &amp; well|It is good, see S1|https://example.org/care/a/%C5%B5yl/|../../");
  CHECK(written(files, "b/index.html", text) == "B|B||https://example.org/care/b/|../");
  CHECK(written(files, "index.html", text) == "Home|Home|A site|https://example.org/care/|");
  CHECK(written(files, "standards/S1/index.html", text) ==
        "Standard 1: Safe|Standard 1: <em>Safe</em>||https://example.org/care/standards/S1/|../../");
  CHECK(written(files, "standards/index.html", text) == "Standards|Standards||https://example.org/care/standards/|../");
  CHECK(written(files, "coverage/index.html", text) == "Coverage|Coverage||https://example.org/care/coverage/|../");
  CHECK(written(with_page(""), "a/index.html", text) == "A|A|||../");
}

TEST_CASE("the home that no author has written has the site's title and its parts") {
  Files files{{"site.toml", "title = \"T & co\"\ndescription = \"A site\"\n"},
              {"content/standards/s.md", page("id = \"S1\"\ntitle = \"Safe\"", "Text.")},
              {"templates/home.html",
               "{{ page.title }}|{{ page.heading }}|{{ page.description }}|{{ text }}|{% for each in sections %}"
               "{{ each.title }}={{ each.address }} {{ each.count }}; {% endfor %}"}};
  CHECK(RenderedSite(files).page("index.html") == "T &amp; co|T &amp; co|A site||Standards=standards/ 1; ");
  files.erase("templates/home.html");
  const std::string bytes = RenderedSite(files).page("index.html");
  CHECK(bytes.find("<h1>T &amp; co</h1>") != std::string::npos);
  CHECK(bytes.find("error[") == std::string::npos);
}

TEST_CASE("the language of a page is its own or the site's") {
  CHECK(written(with_page("language = \"cy\""), "a/index.html", "{{ page.language }}") == "cy");
  CHECK(written(with_page(""), "a/index.html", "{{ page.language }}") == "en-GB");
}

TEST_CASE("breadcrumbs are the pages above that are there") {
  const Files files{{"content/framework/index.md", page("title = \"Frame\"", "Text.")},
                    {"content/framework/part/index.md", page("title = \"Part\"", "Text.")},
                    {"content/framework/part/deep/leaf.md", page("title = \"Leaf\"", "Text.")},
                    {"content/notes/index.md", page("title = \"Notes\"\ndraft = true", "Text.")},
                    {"content/notes/one.md", page("title = \"One\"", "Text.")},
                    {"content/standards/s.md", page("id = \"S1\"\ntitle = \"Safe\"", "Text.")}};
  CHECK(written(files, "index.html", crumbs) == "|");
  CHECK(written(files, "framework/index.html", crumbs) == "Home= |");
  CHECK(written(files, "framework/part/deep/leaf/index.html", crumbs) ==
        "Home= Frame=framework/ Part=framework/part/ |Frame");
  CHECK(written(files, "framework/part/index.html", crumbs) == "Home= Frame=framework/ |Frame");
  CHECK(written(files, "notes/one/index.html", crumbs) == "Home= |");
  CHECK(written(files, "notes/one/index.html", crumbs, {.draft = true}) == "Home= Notes=notes/ |");
  CHECK(written(files, "standards/S1/index.html", crumbs) == "Home= Standards=standards/ |Standards");
  CHECK(written(files, "standards/index.html", crumbs) == "Home= |");
}

TEST_CASE("contents are the headings to level 3, where there are two or more and the page wants them") {
  const std::string body = "## One\n\nText.\n\n### Two & more\n\nText.\n\n#### Deep\n\nText.\n";
  CHECK(written(with_page("", body), "a/index.html", contents) == "2  One #one; 3  Two &amp; more #two--more; ");
  CHECK(written(with_page("contents = true", body), "a/index.html", contents) != "");
  CHECK(written(with_page("contents = false", body), "a/index.html", contents) == "");
  CHECK(written(with_page("", "## One\n\nText.\n\n#### Deep\n\nText.\n"), "a/index.html", contents) == "");
  CHECK(written({{"content/a.md", page("", "# A\n\n## One\n\nText.\n\n## Two\n\nText.\n")}}, "a/index.html",
                contents) == "2  One #one; 2  Two #two; ");
  CHECK(written(with_page("headings = \"numbered\"", "## One\n\nText.\n\n### Two\n\nText.\n"), "a/index.html",
                contents) == "2 1 One #one; 3 1.1 Two #two; ");
}

TEST_CASE("neighbours are the chapters of a framework and the items of a type, and home has none") {
  const Files files{{"content/a.md", page("title = \"A\"", "Text.")},
                    {"content/b.md", page("title = \"B\"", "Text.")},
                    {"content/framework/index.md", page("title = \"Frame\"", "Text.")},
                    {"content/framework/one.md", page("title = \"One\"\norder = 1", "Text.")},
                    {"content/framework/two.md", page("title = \"Two\"\norder = 2", "Text.")},
                    {"content/standards/s.md", page("id = \"S1\"\ntitle = \"Safe\"", "Text.")},
                    {"content/standards/t.md", page("id = \"S2\"\ntitle = \"Hidden\"\ndraft = true", "Text.")},
                    {"content/standards/u.md", page("id = \"S3\"\ntitle = \"Fair\"", "Text.")}};
  CHECK(written(files, "framework/index.html", neighbours) == "|One=framework/one/");
  CHECK(written(files, "framework/one/index.html", neighbours) == "Frame=framework/|Two=framework/two/");
  CHECK(written(files, "framework/two/index.html", neighbours) == "One=framework/one/|");
  CHECK(written(files, "standards/S1/index.html", neighbours) == "|Standard 3: Fair=standards/S3/");
  CHECK(written(files, "standards/S3/index.html", neighbours) == "Standard 1: Safe=standards/S1/|");
  CHECK(written(files, "standards/S1/index.html", neighbours, {.draft = true}) == "|Standard 2: Hidden=standards/S2/");
  CHECK(written(files, "index.html", neighbours) == "|");
  CHECK(written(files, "a/index.html", neighbours) == "|");
  CHECK(written(files, "standards/index.html", neighbours) == "|");
}

TEST_CASE("facts are in one order, whatever the order of the file, and only those that are given") {
  CHECK(written(with_page("review_by = 2027-01-02\nowner = \"Head & co\"\nstatus = \"current\"\nsummary = \"x\""),
                "a/index.html", facts) ==
        "Status: Current; Owner: Head &amp; co; Review by: <time datetime=\"2027-01-02\">2 January 2027</time>; ");
  CHECK(written(with_page(""), "a/index.html", facts) == "");
}

TEST_CASE("what is withdrawn or superseded says so, with the reason or what replaces it") {
  CHECK(written(with_page("status = \"withdrawn\"\nwithdrawn_reason = \"It was *old*.\""), "a/index.html", banner) ==
        "Withdrawn|withdrawn|<strong>This page has been withdrawn.</strong> It was <em>old</em>.");
  Files files = with_page("status = \"superseded\"\nsuperseded_by = \"b\"");
  files["content/b.md"] = page("title = \"B\"", "Text.");
  CHECK(written(files, "a/index.html", banner) ==
        "Superseded|superseded|<strong>This page has been superseded.</strong> It is replaced by <a "
        "href=\"../b/\">B</a>.");
  files["content/b.md"] = page("title = \"B\"\ndraft = true", "Text.");
  CHECK(written(files, "a/index.html", banner) ==
        "Superseded|superseded|<strong>This page has been superseded.</strong>");
}

TEST_CASE("a page whose review was due yesterday says so, one that is due today does not") {
  CHECK(written(with_page("review_by = 2026-11-22"), "a/index.html", banner) ==
        "||This page was due for review by 22 November 2026.");
  CHECK(written(with_page("review_by = 2026-11-23"), "a/index.html", banner) == "||");
  CHECK(written(with_page("review_by = 2020-01-01\nstatus = \"withdrawn\"\nwithdrawn_reason = \"Old.\""),
                "a/index.html", banner) == "Withdrawn|withdrawn|<strong>This page has been withdrawn.</strong> Old.");
  CHECK(written(with_page("status = \"draft\""), "a/index.html", banner) == "Draft|draft|");
  CHECK(written(with_page("status = \"current\""), "a/index.html", banner) == "Current|current|");
}

TEST_CASE("an item has its own fields, its links both ways without drafts, and its nested items") {
  const Files files{
      {"content/standards/s.md", page("id = \"S1\"\ntitle = \"Safe\"\nowner = \"Head\"\nrealises = [\"P1\", "
                                      "\"P2\"]\n[[criteria]]\ntext = \"One.\"",
                                      "Text.")},
      {"content/principles/p.toml", "[P1]\ntitle = \"One\"\n[P2]\ntitle = \"Two\"\ndraft = true\n"},
      {"content/strategies/plan.md", page("title = \"Plan\"\nstandards = [\"S1\"]\nresources = \"Five.\"", "Text.")},
      {"content/boards/b.toml", "[b]\ntitle = \"B\"\ndelegated_limit = 30000\n"}};
  CHECK(written(files, "standards/S1/index.html", lists) == "|realises P1; is met by plan; |Criteria criteria 1; ");
  CHECK(written(files, "standards/S1/index.html", lists, {.draft = true}) ==
        "|realises P1 P2; is met by plan; |Criteria criteria 1; ");
  CHECK(written(files, "strategies/plan/index.html", lists) == "Resources: <p>Five.</p>\n; |meets S1; |");
  CHECK(written(files, "boards/b/index.html", lists) == "Delegated limit: £30,000; ||");
  CHECK(written(files, "index.html", lists) == "||");
}
