#include <doctest/doctest.h>

#include "unit/check/register_site.h"

using namespace framewright;

namespace {

const std::string panel = "[panel]\ntitle = \"Panel\"\ntext = \"P.\"\ndelegated_limit = 30000\n";

std::string decision(std::string_view by, std::string_view on = "2026-03-01", std::string_view about = "C-1") {
  return "[D1]\ntitle = \"Play\"\nby = \"" + std::string(by) + "\"\non = " + std::string(on) + "\nabout = [\"" +
         std::string(about) + "\"]\ntext = \"Yes.\"\n";
}

std::string governed(std::string_view rule, std::initializer_list<std::string_view> changes,
                     const std::string& decisions = {}, const std::string& boards = panel,
                     const std::string& settings = {}) {
  Files more{{"site.toml", "title = \"T\"\n[register]\n" + settings}};
  if (!boards.empty()) more["content/boards/boards.toml"] = boards;  // an empty file is a finding
  if (!decisions.empty()) more["content/decisions/d.toml"] = decisions;
  return said(rule, changes, std::move(more));
}

}  // namespace

TEST_CASE("a contract over the smallest limit of a board names a decision") {
  CHECK(
      governed("over-threshold-without-decision", {"value_net = 30000.01"}) ==
      R"(content/register/contracts.toml:1:2: error[over-threshold-without-decision]: this contract is over £30,000 and names no decision
   1 | [C-1]
     |  ^^^ its value is £30,000.01
  also: content/register/contracts.toml:6:13: the value stands here; it is the limit of "panel" (Panel)
   6 | value_net = 30000.01
     |             ^^^^^^^^
  help: name the decision by which it was allowed: decision = "…"
)");
  CHECK(governed("over-threshold-without-decision", {"value_net = 30000"}) == "");
  CHECK(governed("over-threshold-without-decision", {"value_net = 30000.01"}, "",
                 panel + "[z]\ntitle = \"Z\"\ntext = "
                         "\"Z.\"\ndelegated_limit = 40000\n") != "");
}

TEST_CASE("the value that needs a decision is a setting, that comes before the limits of boards") {
  CHECK(governed("over-threshold-without-decision", {"value_net = 40000"}, "", panel, "decision_threshold = 40000\n") ==
        "");
  CHECK(
      governed("over-threshold-without-decision", {"value_net = 40000.01"}, "", "", "decision_threshold = 40000\n") ==
      R"(content/register/contracts.toml:1:2: error[over-threshold-without-decision]: this contract is over £40,000 and names no decision
   1 | [C-1]
     |  ^^^ its value is £40,000.01
  also: content/register/contracts.toml:6:13: the value stands here; decision_threshold in site.toml is £40,000
   6 | value_net = 40000.01
     |             ^^^^^^^^
  help: name the decision by which it was allowed: decision = "…"
)");
  CHECK(governed("over-threshold-without-decision", {"value_net = 900000"}, "", "") == "");
}

TEST_CASE("the spend of a year counts where there is no whole value") {
  CHECK(governed("over-threshold-without-decision", {"-value_net", "annual_value = 30000.01"}) != "");
  CHECK(governed("over-threshold-without-decision", {"-value_net", "annual_value = 30000"}) == "");
}

TEST_CASE("a decision that is about the contract is one, as is one that the contract names") {
  CHECK(governed("over-threshold-without-decision", {"value_net = 40000"}, decision("panel")) == "");
  CHECK(governed("over-threshold-without-decision", {"value_net = 40000", "decision = \"D1\""},
                 decision("panel", "2026-03-01", "plan")) == "");
}

TEST_CASE("a contract that is planned has its decision to come; one that was awarded has not") {
  CHECK(governed("over-threshold-without-decision", {"value_net = 40000", "status = \"planned\""}) == "");
  CHECK(governed("over-threshold-without-decision",
                 {"value_net = 40000", "status = \"planned\"", "awarded = 2026-03-01"}) != "");
}

TEST_CASE("a decision that does not exist is one mistake") {
  CHECK(governed("over-threshold-without-decision", {"value_net = 40000", "decision = \"D9\""}) == "");
  CHECK(governed("unresolved-reference", {"value_net = 40000", "decision = \"D9\""}) != "");
}

TEST_CASE("a decision after the start is reported where the contract names it") {
  CHECK(
      governed("decision-after-start", {"decision = \"D1\""}, decision("panel", "2026-04-02")) ==
      R"(content/register/contracts.toml:15:12: warning[decision-after-start]: this contract was decided after it had started
  15 | decision = "D1"
     |            ^^^^ the decision was taken on 2026-04-02
  also: content/register/contracts.toml:8:9: start stands here
   8 | start = 2026-04-01
     |         ^^^^^^^^^^
  also: content/decisions/d.toml:4:6: the day of the decision stands here
   4 | on = 2026-04-02
     |      ^^^^^^^^^^
  help: mend the date that is wrong; if both are right, waive this and say why
)");
  CHECK(governed("decision-after-start", {"decision = \"D1\""}, decision("panel", "2026-04-01")) == "");
  CHECK(governed("decision-after-start", {}, decision("panel", "2026-04-02")) != "");
}

TEST_CASE("of several decisions the first counts for the time, and the highest board for the value") {
  const std::string two = decision("panel", "2026-03-01") +
                          "[D2]\ntitle = \"More play\"\nby = \"board\"\n"
                          "on = 2026-09-01\nabout = [\"C-1\"]\ntext = \"Yes.\"\n";
  const std::string boards = panel + "[board]\ntitle = \"Board\"\ntext = \"B.\"\ndelegated_limit = 50000\n";
  CHECK(governed("decision-after-start", {"value_net = 40000"}, two, boards) == "");
  CHECK(governed("decision-above-limit", {"value_net = 50000"}, two, boards) == "");
  CHECK(governed("decision-above-limit", {"value_net = 50000.01"}, two, boards) != "");
}

TEST_CASE("a board decides up to its limit, the limit included") {
  CHECK(
      governed("decision-above-limit", {"value_net = 30000.01", "decision = \"D1\""}, decision("panel")) ==
      R"(content/register/contracts.toml:15:12: error[decision-above-limit]: the board that decided on this contract may decide up to £30,000
  15 | decision = "D1"
     |            ^^^^ its value is £30,000.01
  also: content/register/contracts.toml:6:13: the value stands here
   6 | value_net = 30000.01
     |             ^^^^^^^^
  also: content/boards/boards.toml:4:19: the limit of "panel" stands here
   4 | delegated_limit = 30000
     |                   ^^^^^
  help: name the decision of the board that may decide it, or mend the value or the limit
)");
  CHECK(governed("decision-above-limit", {"value_net = 30000", "decision = \"D1\""}, decision("panel")) == "");
  CHECK(governed("decision-above-limit", {"value_net = 30000.01", "decision = \"D1\""}, decision("panel"),
                 "[panel]\ntitle = \"Panel\"\ntext = \"P.\"\n") == "");
  CHECK(governed("decision-above-limit", {"value_net = 30000.01", "decision = \"D1\""}, decision("nobody")) == "");
}

TEST_CASE("a contract is for a service, a strategy or a standard") {
  CHECK(
      said("contract-without-purpose", {"-strategy"}) ==
      R"(content/register/contracts.toml:1:2: warning[contract-without-purpose]: this contract is for no service, strategy or standard
   1 | [C-1]
     |  ^^^
  help: name what it is bought for with for, strategy or standards
)");
  CHECK(said("contract-without-purpose", {"strategy = [\"nothing\"]"}) == "");  // unresolved-reference
  CHECK(said("contract-without-purpose", {"-strategy", "standards = [\"S1\"]"},
             {{"content/standards/s.md", page("id = \"S1\"\ntitle = \"Safe\"", "Safe.")}}) == "");
  CHECK(said("contract-without-purpose", {"-strategy", "for = [\"clubs\"]"},
             {{"content/services/clubs.md", page("title = \"Clubs\"", "Clubs.")}}) == "");
}

TEST_CASE("where strategies could not be read, a contract may be for one") {
  CHECK(said("contract-without-purpose", {"-strategy"}, {{"content/strategies/more.md", "+++\ntitle = \"A\n+++\n"}}) ==
        "");
}

TEST_CASE("a reference of a contract has no # in it, which parts addresses") {
  CHECK(messages("malformed-id", register_of(contract("\"C#1\""))) ==
        R"(content/register/contracts.toml:1:2: error[malformed-id]: "C#1" cannot be an id
   1 | ["C#1"]
     |  ^^^^^
  help: use letters, digits, hyphens, dots and underscores
)");
}
