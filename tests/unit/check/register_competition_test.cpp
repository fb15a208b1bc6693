#include <doctest/doctest.h>

#include "unit/check/register_site.h"

using namespace framewright;

TEST_CASE("a direct award says why") {
  CHECK(
      said("direct-without-justification", {"procedure = \"direct\""}) ==
      R"(content/register/contracts.toml:1:2: error[direct-without-justification]: this contract was awarded without competition and does not say why
   1 | [C-1]
     |  ^^^
  also: content/register/contracts.toml:11:13: procedure stands here
  11 | procedure = "direct"
     |             ^^^^^^^^
  help: add justification: why it was awarded without competition; or mend procedure
)");
  CHECK(said("direct-without-justification", {"procedure = \"direct\"", "justification = \" \""}) != "");
  CHECK(said("direct-without-justification", {"procedure = \"direct\"", "justification = \"The *only* one.\""}) == "");
  CHECK(said("direct-without-justification", {"procedure = \"call-off\""}) == "");
}

TEST_CASE("a tender with one bid is reported at the number") {
  CHECK(said("single-bid", {"bids_received = 1"}) ==
        R"(content/register/contracts.toml:15:17: warning[single-bid]: this tender received only one bid
  15 | bids_received = 1
     |                 ^
  help: look at what kept others from bidding; waive this once that is known, and say it in the reason
)");
  CHECK(said("single-bid", {"bids_received = 2"}) == "");
  CHECK(said("single-bid", {"procedure = \"quote\"", "bids_received = 1"}) == "");
}

TEST_CASE("bids cannot be fewer than none, nor none where one of them won") {
  CHECK(said("bad-value", {"bids_received = -1", "procedure = \"quote\""}) ==
        R"(content/register/contracts.toml:15:17: error[bad-value]: bids_received cannot be below 0
  15 | bids_received = -1
     |                 ^^
  help: write how many bids were received
)");
  CHECK(
      said("bad-value", {"bids_received = 0"}) ==
      R"(content/register/contracts.toml:15:17: error[bad-value]: bids_received is 0, and a contract was awarded by tender
  15 | bids_received = 0
     |                 ^
  help: write how many bids were received; without a bid, procedure is "direct"
)");
  CHECK(said("bad-value", {"bids_received = 0", "procedure = \"direct\""}) == "");
}

namespace {

const std::string decision_threshold = "title = \"T\"\n[register]\ndecision_threshold = 30000\n";

std::string awards(std::string_view first, std::string_view second, std::string_view change = "sme = \"yes\"") {
  return messages("repeated-awards", register_of(contract("C-1", {first, "awarded = 2026-01-10"}) +
                                                     contract("C-2", {second, "awarded = 2026-03-01", change}),
                                                 {{"site.toml", decision_threshold}}));
}

}  // namespace

TEST_CASE("awards that are each within a threshold and together above it are reported at the last") {
  CHECK(
      awards("value_net = 15000", "value_net = 15000.01") ==
      R"(content/register/contracts.toml:21:13: warning[repeated-awards]: with 1 other award of the same department to this supplier within 12 months, the value comes to £30,000.01
  21 | value_net = 15000.01
     |             ^^^^^^^^ each is within £30,000, and together they are above it
  also: content/register/contracts.toml:6:13: "C-1" was awarded on 2026-01-10
   6 | value_net = 15000
     |             ^^^^^
  help: if they are one purchase, have it decided as one; if not, waive this and say why
)");
  CHECK(awards("value_net = 15000", "value_net = 15000") == "");
  CHECK(awards("value_net = 30000", "value_net = 0.02") != "");
  CHECK(awards("value_net = 30000.01", "value_net = 0.02") == "");  // decided as it is
}

TEST_CASE("awards are held together within twelve months") {
  CHECK(awards("value_net = 20000", "value_net = 20000", "awarded = 2027-01-09") != "");
  CHECK(awards("value_net = 20000", "value_net = 20000", "awarded = 2027-01-10") == "");
}

TEST_CASE("awards of other departments, to other suppliers, or to several, are others") {
  CHECK(awards("value_net = 20000", "value_net = 20000", "department = \"Health\"") == "");
  const auto to = [](std::string_view supplier) {
    return messages(
        "repeated-awards",
        register_of(contract("C-1") + contract("C-2", {supplier}),
                    {{"site.toml", decision_threshold},
                     {"content/register/suppliers.toml", "[acme]\ntitle = \"A\"\n[oak]\ntitle = \"O\"\n"}}));
  };
  CHECK(to("supplier = [\"oak\"]") == "");
  CHECK(to("supplier = [\"acme\", \"oak\"]") == "");
  CHECK(to("supplier = [\"acme\"]") != "");
}

TEST_CASE("a small award is not hidden by a large one in between") {
  CHECK(messages("repeated-awards", register_of(contract("C-1", {"awarded = 2026-01-10"}) +
                                                    contract("C-2", {"awarded = 2026-02-10", "value_net = 900000"}) +
                                                    contract("C-3", {"awarded = 2026-03-10"}),
                                                {{"site.toml", decision_threshold}})) != "");
}

TEST_CASE("a row of awards is one finding, with the first of the others") {
  std::string contracts;
  for (int i = 1; i <= 9; ++i) contracts += contract("C-" + std::to_string(i), {"value_net = 4000"});
  CHECK(
      messages("repeated-awards", register_of(contracts, {{"site.toml", decision_threshold}})) ==
      R"(content/register/contracts.toml:104:13: warning[repeated-awards]: with 7 other awards of the same department to this supplier within 12 months, the value comes to £32,000
 104 | value_net = 4000
     |             ^^^^ each is within £30,000, and together they are above it
  also: content/register/contracts.toml:6:13: "C-1" was awarded on 2026-04-01
   6 | value_net = 4000
     |             ^^^^
  also: content/register/contracts.toml:20:13: "C-2" was awarded on 2026-04-01
  20 | value_net = 4000
     |             ^^^^
  also: content/register/contracts.toml:34:13: "C-3" was awarded on 2026-04-01
  34 | value_net = 4000
     |             ^^^^
  also: content/register/contracts.toml:48:13: "C-4" was awarded on 2026-04-01
  48 | value_net = 4000
     |             ^^^^
  also: content/register/contracts.toml:62:13: "C-5" was awarded on 2026-04-01
  62 | value_net = 4000
     |             ^^^^
  help: if they are one purchase, have it decided as one; if not, waive this and say why
)");
}

TEST_CASE("awards that a board decided which may decide their sum are no way round it") {
  const auto decided_by = [](const std::string& limit) {
    return messages(
        "repeated-awards",
        register_of(
            contract("C-1", {"decision = \"D1\""}) + contract("C-2", {"decision = \"D1\""}),
            {{"site.toml", decision_threshold},
             {"content/boards/boards.toml", "[board]\ntitle = \"Board\"\ntext = \"B.\"\n" + limit},
             {"content/decisions/d.toml",
              "[D1]\ntitle = \"Play\"\non = 2026-03-01\nby = \"board\"\nabout = [\"C-1\"]\ntext = \"Yes.\"\n"}}));
  };
  CHECK(decided_by("") == "");
  CHECK(decided_by("delegated_limit = 30000\n") != "");
}
