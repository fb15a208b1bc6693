#include "register/outcome_thread.h"

#include <doctest/doctest.h>

#include "unit/register/register_site.h"

using namespace framewright;

namespace {

// C-1 is bought for a service of both outcomes, C-2 for one that delivers "well" under a recommendation, and C-3 under
// a strategy alone.
Files files() {
  Files files = register_files(R"(
[C-1]
title = "A"
supplier = "a"
value_net = 100
for = "help"
[C-2]
title = "B"
supplier = "b"
value_net = 50
for = ["help", "hub"]
[C-3]
title = "C"
supplier = "c"
value_net = 7
strategy = "home"
)");
  files["content/services/services.toml"] =
      "[help]\ntitle = \"Help\"\ndelivers = [\"well\", \"safe\"]\n"
      "[hub]\ntitle = \"Hub\"\ndelivers = \"well\"\nunder = \"recommendation:R1\"\n";
  files["content/strategies/home.md"] = page(
      "title = \"Home\"\noutcomes = \"safe\"\npriorities = \"first\"\n[[recommendations]]\nid = \"R1\"\ntext = \"Do "
      "it.\"\nimproves = \"well\"");
  files["content/outcomes/outcomes.toml"] =
      "[well]\ntitle = \"Well\"\n[safe]\ntitle = \"Safe\"\n[alone]\ntitle = \"Alone\"\n";
  files["content/needs/needs.toml"] =
      "[homes]\ntitle = \"Homes\"\naffects = \"safe\"\n[care]\ntitle = \"Care\"\naffects = \"well\"\n";
  files["content/priorities/priorities.toml"] =
      "[first]\ntitle = \"First\"\ncontributes_to = \"safe\"\naddresses = \"homes\"\n";
  files["content/indicators/indicators.toml"] = "[falls]\ntitle = \"Falls\"\nevidences = \"well\"\n";
  return files;
}

// "help C-count £value, hub …; all £, beside £".
std::string shown(const RegisterSite& site, const ThreadStep& step) {
  std::string text;
  for (const ThreadItem& each : step.items)
    text += site.model().items[each.item].id + " " + std::to_string(each.total.contracts) + " " +
            format_money(each.total.value) + ", ";
  return text + "all " + format_money(step.reached.value) + ", beside " + format_money(step.beside.value);
}

}  // namespace

TEST_CASE("each step of an outcome counts each contract once, and those that go past it") {
  const RegisterSite site(files());
  const OutcomeThread well = follow_outcome(site.lists(), site.item("outcome", "well"));
  CHECK(format_money(well.total.value) == "£150");
  CHECK(well.shared == 2);
  CHECK(shown(site, well.services) == "help 2 £150, hub 1 £50, all £150, beside £0");
  CHECK(shown(site, well.recommendations) == "R1 1 £50, all £50, beside £100");
  CHECK(shown(site, well.strategies) == "home 1 £50, all £50, beside £100");
  CHECK(shown(site, well.needs) == "care 0 £0, all £0, beside £150");
  CHECK(shown(site, well.priorities) == "all £0, beside £150");
  CHECK(site.ids(well.indicators) == "falls");
}

TEST_CASE("a need is reached through the priorities and strategies that answer to it") {
  const RegisterSite site(files());
  const OutcomeThread safe = follow_outcome(site.lists(), site.item("outcome", "safe"));
  CHECK(shown(site, safe.needs) == "homes 2 £57, all £57, beside £100");
  CHECK(shown(site, safe.priorities) == "first 2 £57, all £57, beside £100");
  CHECK(shown(site, safe.strategies) == "home 2 £57, all £57, beside £100");
}

TEST_CASE("each outcome has a page of its thread, which names what is missing") {
  const RegisterSite site(files());
  CHECK(site.page("golden-thread/") != nullptr);
  const PlannedPage* page = site.page("golden-thread/alone/");
  REQUIRE(page != nullptr);
  Arena arena;
  Table context;
  page->fill(context, arena);
  CHECK(size_of(context.member("gaps")) == 6);
  Table of_well;
  site.page("golden-thread/well/")->fill(of_well, arena);
  CHECK(size_of(of_well.member("gaps")) == 1);
  CHECK(text_of((*of_well.member("gaps").get<const List*>())->at(0)) == "No priority contributes to it.");
}

TEST_CASE("a site without outcomes has no thread") {
  CHECK(RegisterSite(register_files("[C-1]\ntitle = \"A\"\nsupplier = \"a\"\n")).page("golden-thread/") == nullptr);
}
