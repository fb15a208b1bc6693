#include "render/coverage.h"

#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

// The tables of a site: "Title covered/total gaps: item by ids; …".
std::string tables(Files files, SiteOptions options = {}) {
  files.try_emplace("content/index.md", page("title = \"Home\"", "Welcome."));
  files["templates/coverage.html"] =
      "{% for each in tables %}{{ each.title }} {{ each.address }} {{ each.covered }}/{{ each.total }} {{ each.gaps "
      "}}: "
      "{% for row in each.rows %}{{ row.item.id }} by {{ row.by | map(\"id\") | join(\" \") }}"
      "{% if row.gap %}-{% endif %} {% endfor %}\n{% endfor %}";
  return RenderedSite(std::move(files), options).page("coverage/index.html");
}

std::string standard(const std::string& id, const std::string& more = {}) {
  return page("id = \"" + id + "\"\ntitle = \"T\"\n" + more, "Text.");
}

}  // namespace

TEST_CASE("a table of coverage has the items of a type, what covers each, the gaps and the totals") {
  CHECK(tables({{"content/standards/a.md", standard("S1")},
                {"content/standards/b.md", standard("S2")},
                {"content/strategies/p.md", page("title = \"P\"\nstandards = [\"S1\"]\noutcomes = [\"o\"]", "Text.")},
                {"content/strategies/q.md", page("title = \"Q\"\nstandards = [\"S1\"]", "Text.")},
                {"content/outcomes/o.md", page("title = \"O\"", "Text.")}}) ==
        "Standards standards/ 1/2 1: S1 by p q S2 by - \nOutcomes outcomes/ 1/1 0: o by p \n");
}

TEST_CASE("a draft has no row and covers nothing until it is published") {
  const Files files{{"content/standards/a.md", standard("S1")},
                    {"content/standards/b.md", standard("S2", "draft = true")},
                    {"content/strategies/p.md", page("title = \"P\"\ndraft = true\nstandards = [\"S1\"]", "Text.")}};
  CHECK(tables(files) == "Standards standards/ 0/1 1: S1 by - \n");
  CHECK(tables(files, {.draft = true}) == "Standards standards/ 1/2 1: S1 by p S2 by - \n");
}

TEST_CASE("what is withdrawn or superseded is no gap, and a type with nothing else has no table") {
  const std::string withdrawn = "status = \"withdrawn\"\nwithdrawn_reason = \"Old.\"";
  CHECK(tables({{"content/standards/a.md", standard("S1", withdrawn)},
                {"content/standards/b.md", standard("S2", "status = \"superseded\"\nsuperseded_by = \"S3\"")},
                {"content/standards/c.md", standard("S3")}}) == "Standards standards/ 0/1 1: S3 by - \n");
  CHECK(tables({{"content/standards/a.md", standard("S1", withdrawn)}}) == "");
  CHECK(tables({{"content/standards/a.md", standard("S1", "draft = true")}}) == "");
}
