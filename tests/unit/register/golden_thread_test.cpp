#include "register/golden_thread.h"

#include <doctest/doctest.h>

#include "unit/register/register_site.h"

using namespace framewright;

namespace {

// Two contracts share the service "help"; the strategy "home" leads to a standard that the contract names too.
Files thread_files() {
  Files files = register_files(R"(
[C-1]
title = "A"
supplier = "a"
value_net = 100
for = "help"
standards = ["S2"]
decision = "D1"
[C-2]
title = "B"
supplier = ["a", "b"]
value_net = 50
for = ["help", "hub"]
[C-3]
title = "C"
value_net = 7
strategy = "home"
)");
  files["content/services/services.toml"] =
      "[help]\ntitle = \"Help\"\ndelivers = [\"well\", \"safe\"]\nunder = \"home\"\n"
      "[hub]\ntitle = \"Hub\"\ndelivers = \"well\"\nunder = \"recommendation:R1\"\n";
  files["content/strategies/home.md"] = page(
      "title = \"Home\"\nstandards = [\"S1\", \"S2\"]\nprinciples = \"P1\"\noutcomes = \"safe\"\n"
      "priorities = \"first\"\n[[recommendations]]\nid = \"R1\"\ntext = \"Do it.\"\nimproves = \"well\"");
  files["content/standards/standards.toml"] =
      "[S1]\ntitle = \"One\"\nrealises = [\"P2\", \"P1\"]\n[S2]\ntitle = \"Two\"\n";
  files["content/principles/principles.toml"] = "[P1]\ntitle = \"One\"\n[P2]\ntitle = \"Two\"\n";
  files["content/outcomes/outcomes.toml"] = "[well]\ntitle = \"Well\"\n[safe]\ntitle = \"Safe\"\n";
  files["content/priorities/priorities.toml"] = "[first]\ntitle = \"First\"\ncontributes_to = \"well\"\n";
  files["content/boards/boards.toml"] = "[board]\ntitle = \"Board\"\n";
  files["content/decisions/decisions.toml"] =
      "[D1]\ntitle = \"Award\"\non = 2026-01-01\nby = \"board\"\nabout = [\"contract:C-1\", \"contract:C-3\"]\n";
  return files;
}

std::string thread(const RegisterSite& site, std::string_view contract) {
  const GoldenThread found = thread_of(site.contracts(), site.item("contract", contract));
  std::string shown;
  for (const auto* step : {&found.services, &found.recommendations, &found.strategies, &found.priorities,
                           &found.standards, &found.principles, &found.outcomes})
    shown += " > " + site.ids(*step);
  return shown.substr(3);
}

}  // namespace

TEST_CASE("a contract's thread goes through its services and strategies, each thing once") {
  const RegisterSite site(thread_files());
  CHECK(thread(site, "C-1") == "help >  > home > first > S2 S1 > P1 P2 > well safe");
  CHECK(thread(site, "C-2") == "help hub > R1 > home > first > S1 S2 > P1 P2 > well safe");
  CHECK(thread(site, "C-3") == " >  > home > first > S1 S2 > P1 P2 > safe");
}

TEST_CASE("drafts are no part of a thread, unless they are published") {
  Files files = thread_files();
  files["content/services/services.toml"] += "draft = true\n";  // of the hub, the last
  CHECK(thread(RegisterSite(files), "C-2") == "help >  > home > first > S1 S2 > P1 P2 > well safe");
  CHECK(thread(RegisterSite(files, true), "C-2") == "help hub > R1 > home > first > S1 S2 > P1 P2 > well safe");
}

TEST_CASE("what contracts belong to lists each once, with its total") {
  const RegisterSite site(thread_files());
  const ContractsByItem& by_item = site.lists().by_item();
  const auto list = [&](std::string_view type, std::string_view id) {
    const ItemId item = site.item(type, id);
    return site.contract_ids(by_item.of(item)) + ": " + format_money(by_item.total(item).value) + ", " +
           std::to_string(by_item.shared(item)) + " shared";
  };
  CHECK(list("service", "help") == "C-1 C-2: £150, 1 shared");
  CHECK(list("service", "hub") == "C-2: £50, 1 shared");
  CHECK(list("strategy", "home") == "C-1 C-2 C-3: £157, 0 shared");
  CHECK(list("outcome", "well") == "C-1 C-2: £150, 2 shared");
  CHECK(list("outcome", "safe") == "C-1 C-2 C-3: £157, 2 shared");
  CHECK(list("standard", "S1") == "C-1 C-2 C-3: £157, 3 shared");
  CHECK(list("recommendation", "R1") == "C-2: £50, 0 shared");
  CHECK(list("supplier", "a") == "C-1 C-2: £150, 1 shared");
  CHECK(list("supplier", "c") == ": £0, 0 shared");
  CHECK(list("decision", "D1") == "C-1 C-3: £107, 0 shared");
  CHECK(list("board", "board") == "C-1 C-3: £107, 0 shared");
}

TEST_CASE("the others of its kind that share a contract are named") {
  const RegisterSite site(thread_files());
  const ContractsByItem& by_item = site.lists().by_item();
  CHECK(site.ids(by_item.sharers(site.item("service", "help"), site.contract("C-2"))) == "hub");
  CHECK(site.ids(by_item.sharers(site.item("service", "help"), site.contract("C-1"))).empty());
  CHECK(site.ids(by_item.sharers(site.item("supplier", "b"), site.contract("C-2"))) == "a");
}
