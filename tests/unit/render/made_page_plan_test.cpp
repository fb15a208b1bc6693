#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// The list of links at the foot of a page, from the first to the last.
std::string foot(const std::string& html) {
  const std::size_t start = html.find("<nav aria-label=\"About this site\">");
  return html.substr(start, html.find("</nav>", start) - start);
}

}  // namespace

TEST_CASE("a site has a page about cookies and one about privacy without anybody writing them") {
  const RenderedSite site({{"site.toml",
                            "title = \"T\"\n[organisation]\nname = \"Council of T\"\nemail = \"hello@t.example\"\n"
                            "telephone = \"01632 960000\"\n"},
                           {"content/index.md", page("title = \"Home\"")}});
  CHECK(has(site.page("cookies/index.html"), "This site sets no cookies and stores nothing on your device."));
  const std::string privacy = site.page("privacy/index.html");
  CHECK(has(privacy, "<h1>Privacy</h1>"));
  CHECK(has(privacy, "Council of T is responsible for it under data protection law."));
  CHECK(has(privacy, "<li>Email: <a href=\"mailto:hello@t.example\">hello@t.example</a></li>"));
  CHECK(has(privacy, "<a href=\"../cookies/\">sets no cookies</a>"));
  CHECK(
      has(foot(privacy), "<li><a href=\"../cookies/\">Cookies</a></li>\n<li><a href=\"../privacy/\">Privacy</a></li>"));
  CHECK(site.messages("route-collision") == "");
}

TEST_CASE("whatever else has the address of a made page stands in its place") {
  const RenderedSite site(
      {{"site.toml", "title = \"T\"\n[[redirect]]\nfrom = \"/privacy/\"\nto = \"https://t.example/privacy\"\n"},
       {"content/index.md", page("title = \"Home\"", "See [cookies](page:cookies).")},
       {"content/cookies.md", page("title = \"Our biscuits\"", "None.")},
       {"content/boards/b.md", page("title = \"B\"\nold_paths = [\"/governance\"]")}});
  CHECK(site.messages("route-collision") == "");
  CHECK(has(site.page("cookies/index.html"), "<h1>Our biscuits</h1>"));
  CHECK(has(site.page("index.html"), "See <a href=\"cookies/\">cookies</a>."));
  CHECK(foot(site.page("index.html")) ==
        "<nav aria-label=\"About this site\">\n<ul>\n<li><a href=\"cookies/\">Our biscuits</a></li>\n"
        "<li><a href=\"privacy/\">Privacy</a></li>\n</ul>\n");
  CHECK_FALSE(has(site.files(), "privacy/index.html"));
  CHECK_FALSE(has(site.files(), "governance/index.html"));
}

TEST_CASE("a static file of another case is in the way of a made page too") {
  const RenderedSite site({{"content/index.md", page("title = \"Home\"")}, {"static/Cookies/index.html", "Mine"}});
  CHECK(site.messages("route-collision") == "");
  CHECK_FALSE(has(site.files(), "cookies/index.html"));
}

TEST_CASE("the page of governance tells who reports to whom, who decides what and who sits where") {
  const RenderedSite site(
      {{"content/index.md", page("title = \"Home\"", "See [who decides](page:governance).")},
       {"content/boards/top.md", page("title = \"Executive\"\nsummary = \"Sets the direction.\"")},
       {"content/boards/low.md",
        page("title = \"Panel\"\nreports_to = \"top\"\ndelegated_limit = 30000\n[[members]]\nname = \"Ann Lee\"\n"
             "post = \"Director\"\norganisation = \"Council\"\nchair = true\n[[members]]\npost = \"Manager\"")},
       {"content/boards/plan.md", page("title = \"Planned board\"\nreports_to = \"top\"\ndraft = true")},
       {"content/roles/roles.toml", "[head]\ntitle = \"Head of buying\"\nheld_in = [\"low\"]\n"},
       {"content/levels/levels.toml",
        "[small]\ntitle = \"Small\"\nvalue_to = 30000\ndecided_by = [\"low\"]\n"
        "[large]\ntitle = \"Large\"\nvalue_over = 30000\nvalue_below = 50000\ndecided_by = [\"top\"]\n"
        "[huge]\ntitle = \"Huge\"\nvalue_from = 50000\n"}});
  const std::string html = site.page("governance/index.html");
  CHECK(has(html,
            "<ul class=\"tree\">\n<li><a href=\"../boards/top/\">Executive</a>\n<ul>\n"
            "<li><a href=\"../boards/low/\">Panel</a></li>\n</ul></li>\n</ul>"));
  CHECK(has(html, "<td>Up to £30,000</td><td><a href=\"../boards/low/\">Panel</a></td>"));
  CHECK(has(html, "<td>Over £30,000 to below £50,000</td><td><a href=\"../boards/top/\">Executive</a></td>"));
  CHECK(has(html, "<td>From £50,000</td><td>Not known</td>"));
  CHECK(has(html, "<div><dt>Reports to</dt>\n<dd><a href=\"../boards/top/\">Executive</a></dd>"));
  CHECK(has(html, "<div><dt>May decide up to</dt><dd>£30,000</dd></div>"));
  CHECK(has(html, "<div><dt>Decides</dt>\n<dd><a href=\"../levels/small/\">Small</a></dd>"));
  CHECK(has(html, "<div><dt>Roles held in it</dt>\n<dd><a href=\"../roles/head/\">Head of buying</a></dd>"));
  CHECK(has(html, "<dd>Ann Lee, Director, Council <span class=\"tag\">Chair</span></dd>\n<dd>Manager</dd>"));
  CHECK_FALSE(has(html, "Planned board"));
  CHECK(has(site.page("index.html"), "See <a href=\"governance/\">who decides</a>."));
}

TEST_CASE("a site without boards has no page of governance, and a link to it is a finding") {
  const RenderedSite site({{"content/index.md", page("title = \"Home\"", "See [who](page:governance).")}});
  CHECK_FALSE(has(site.files(), "governance/"));
  CHECK(has(site.messages("broken-link"), "no page is made by the name \"governance\""));
}

TEST_CASE("a page leads to its source and its history when the site asks for that") {
  const Files files{{"site.toml",
                     "title = \"T\"\n[repository]\naddress = \"https://github.com/c/f\"\nedit_links = true\n"
                     "history_links = true\n"},
                    {"content/index.md", page("title = \"Home\"")},
                    {"content/a.md", page("title = \"A\"")}};
  const std::string html = RenderedSite(files).page("a/index.html");
  CHECK(has(html, "<li><a href=\"https://github.com/c/f/edit/main/content/a.md\">Edit this page</a></li>"));
  CHECK(has(html, "<li><a href=\"https://github.com/c/f/commits/main/content/a.md\">History of this page</a></li>"));
  CHECK_FALSE(has(RenderedSite(files).page("cookies/index.html"), "Edit this page"));
}
