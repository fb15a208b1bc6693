#include "render/field_markup.h"

#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

const Files files{
    {"content/index.md", page("title = \"Home\"", "Welcome.")},
    {"content/stages/s.toml",
     "[plan]\ntitle = \"Plan\"\nmonths = [1, 12]\nnext = \"plan\"\nalso = [\"a & b\", \"c\"]\n"},
    {"content/references/r.toml",
     "[act]\ntitle = \"The Act\"\nyear = 2004\nurl = \"https://example.org/a?b&c\"\nissuer = \"H & M\"\n"},
    {"content/levels/l.toml", "[l]\ntitle = \"L\"\nvalue_from = 1234.50\ndecided_by = [\"one\", \"two\", \"three\"]\n"},
    {"content/boards/b.toml",
     "[one]\ntitle = \"One & all\"\n[two]\ntitle = \"Two\"\ndraft = true\n[three]\ntitle = \"Three\"\n"},
    {"content/register/c.toml",
     "[C1]\ntitle = \"C\"\ndescription = \"Care for *all*, by [[act]]\"\nstart = 2026-04-01\nopen_ended = true\n"
     "bids_received = 1234567\nlight_touch = false\n"},
    {"content/standards/s.md",
     page("id = \"S1\"\ntitle = \"Be *safe*\"\n[[criteria]]\ntext = \"One.\"", "The **text**.")}};

// A field of an item as it stands on the home page; "-" for no such field.
std::string field(std::string_view type, std::string_view id, std::string_view name, Files all = files) {
  const RenderedSite site(std::move(all));
  Arena arena;
  Diagnostics found;
  const Page page(site.site(), site.route("index.html"), arena, found);
  const std::optional<Html> markup = page.field(site.item(type, id), name);
  return markup ? markup->markup() : "-";
}

}  // namespace

TEST_CASE("texts are escaped, and lists joined by commas") {
  CHECK(field("reference", "act", "issuer") == "H &amp; M");
  CHECK(field("stage", "plan", "also") == "a &amp; b, c");
  CHECK(field("reference", "act", "id") == "act");
}

TEST_CASE("numbers, money, months, years and dates are written out") {
  CHECK(field("contract", "C1", "bids_received") == "1,234,567");
  CHECK(field("level", "l", "value_from") == "£1,234.50");
  CHECK(field("stage", "plan", "months") == "January, December");
  CHECK(field("reference", "act", "year") == "2004");
  CHECK(field("contract", "C1", "start") == "<time datetime=\"2026-04-01\">1 April 2026</time>");
  CHECK(field("contract", "C1", "open_ended") == "Yes");
  CHECK(field("contract", "C1", "light_touch") == "No");
  Files own_format = files;
  own_format["site.toml"] = "title = \"T\"\ndate_format = \"%d/%m/%y\"\n";
  CHECK(field("contract", "C1", "start", own_format) == "<time datetime=\"2026-04-01\">01/04/26</time>");
}

TEST_CASE("addresses are links, and read without their scheme") {
  CHECK(field("reference", "act", "url") == "<a href=\"https://example.org/a?b&amp;c\">example.org/a?b&amp;c</a>");
  Files files_with_root = files;
  files_with_root["content/references/r.toml"] = "[act]\ntitle = \"The Act\"\nurl = \"https://example.org/\"\n";
  CHECK(field("reference", "act", "url", files_with_root) == "<a href=\"https://example.org/\">example.org</a>");
}

TEST_CASE("markup keeps its links, and a title and a text are fields too") {
  CHECK(field("contract", "C1", "description") == "Care for <em>all</em>, by <a href=\"references/act/\">The Act</a>");
  CHECK(field("standard", "S1", "title") == "Be <em>safe</em>");
  CHECK(field("board", "one", "title") == "One &amp; all");
  CHECK(field("criterion", "S1.1", "title") == "Criterion 1.1");
  CHECK(field("standard", "S1", "text") == "<p>The <strong>text</strong>.</p>\n");
}

TEST_CASE("items at the other end are links that read as references do, drafts left out") {
  CHECK(field("level", "l", "decided_by") ==
        "<a href=\"boards/one/\">One &amp; all</a>; <a href=\"boards/three/\">Three</a>");
  CHECK(field("stage", "plan", "next") == "<a href=\"stages/plan/\">Plan</a>");
  CHECK(field("standard", "S1", "criteria") == "<a href=\"standards/S1/#S1.1\">Criterion 1.1</a>");
  CHECK(field("criterion", "S1.1", "parent") == "<a href=\"standards/S1/\">Standard 1: Be safe</a>");
}

TEST_CASE("a field that is not given is nothing, one that no item of the type has is none") {
  CHECK(field("reference", "act", "dated") == "");
  CHECK(field("level", "l", "supersedes") == "");
  CHECK(field("reference", "act", "months") == "-");
  CHECK(field("standard", "S1", "number") == "1");
  CHECK(field("standard", "S1", "standard") == "Yes");
}
