#include "model/coverage.h"

#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

// "type:id" of what covers an item.
std::string covering(Files files, std::string_view type, std::string_view id) {
  const TestSite site(std::move(files));
  const Model& model = site.model();
  std::string all;
  for (const ItemId each : covering_items(model, model.find(*site.config().schema.find(type), id)))
    all += (all.empty() ? "" : " ") + model.type(model.items[each]).name + ":" + model.items[each].id;
  return all;
}

const std::string standard = page("id = \"S1\"\ntitle = \"Safe\"\n[[criteria]]\ntext = \"One.\"", "Text.");
const std::string indicator = "title = \"Waits\"\nevidences = [\"";

}  // namespace

TEST_CASE("what links to an item covers it if its type may, once and in reading order") {
  const Files files{
      {"content/standards/a.md", standard},
      {"content/strategies/plan.md", page("title = \"Plan\"\nstandards = [\"S1\"]\nsupersedes = [\"S1\"]", "Text.")},
      {"content/indicators/waits.md", page(indicator + "S1\"]", "Text.")},
      {"content/decisions/d.md", page("title = \"D\"\non = 2026-01-01\nby = \"b\"\nabout = [\"S1\"]", "Text.")}};
  CHECK(covering(files, "standard", "S1") == "indicator:waits strategy:plan");
}

TEST_CASE("what links to a part of an item covers the item, and a link from a part does too") {
  CHECK(covering({{"content/standards/a.md", standard},
                  {"content/indicators/waits.md", page(indicator + "S1.1\"]", "Text.")}},
                 "standard", "S1") == "indicator:waits");
  CHECK(covering({{"content/standards/a.md",
                   page("id = \"S1\"\ntitle = \"Safe\"\n[[criteria]]\ntext = \"One.\"\nmeasured_by = [\"waits\"]")},
                  {"content/indicators/waits.md", page(indicator + "S1\"]", "Text.")}},
                 "standard", "S1") == "indicator:waits");
}

TEST_CASE("a link of what is nested in a covering item is one of that item") {
  CHECK(covering({{"content/outcomes/safe.md", page("title = \"Safe\"", "Text.")},
                  {"content/strategies/plan.md",
                   page("title = \"Plan\"\n[[recommendations]]\ntext = \"One.\"\nimproves = [\"safe\"]", "Text.")}},
                 "outcome", "safe") == "strategy:plan");
}

TEST_CASE("what is nested in an item, what its type does not declare and what only mentions it cover nothing") {
  CHECK(covering({{"content/standards/a.md", standard},
                  {"content/decisions/d.md", page("title = \"D\"\non = 2026-01-01\nabout = [\"S1\"]", "Text.")},
                  {"content/strategies/plan.md", page("title = \"Plan\"", "See [[S1]].")}},
                 "standard", "S1") == "");
  CHECK(covering({{"content/boards/b.toml", "[b]\ntitle = \"B\"\n"},
                  {"content/decisions/d.md", page("title = \"D\"\non = 2026-01-01\nabout = [\"b\"]", "Text.")}},
                 "board", "b") == "");
}
