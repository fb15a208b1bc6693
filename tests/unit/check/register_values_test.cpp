#include <doctest/doctest.h>

#include "unit/check/register_site.h"

using namespace framewright;

namespace {

const std::string levels =
    "[panel]\ntitle = \"Panel level\"\ntext = \"Small.\"\nvalue_to = 30000\n"
    "[group]\ntitle = \"Group level\"\ntext = \"Large.\"\nvalue_over = 30000\n";

Files with_levels(const std::string& contracts, std::string settings = {}) {
  return register_of(contracts, {{"content/levels/levels.toml", levels},
                                 {"site.toml", "title = \"T\"\n[register]\n" + std::move(settings)}});
}

}  // namespace

TEST_CASE("a contract has a value, or an estimate for a year") {
  CHECK(
      said("missing-value", {"-value_net"}) ==
      R"(content/register/contracts.toml:1:2: error[missing-value]: this contract has neither value_net nor annual_value
   1 | [C-1]
     |  ^^^
  help: add value_net: the whole value, without VAT; or annual_value: the estimated spend a year
)");
  CHECK(said("missing-value", {"-value_net", "annual_value = 10000"}) == "");
  CHECK(TestSite(register_of(contract("C-1", {"value_net = \"about 20000\""}))).findings().size() == 1);
}

TEST_CASE("a value is above nothing") {
  CHECK(said("value-not-positive", {"value_net = 0"}) ==
        R"(content/register/contracts.toml:6:13: error[value-not-positive]: value_net must be above £0
   6 | value_net = 0
     |             ^
  help: write what is to be paid, in pounds and without VAT
)");
  CHECK(said("value-not-positive", {"value_net = -0.01"}) != "");
  CHECK(said("value-not-positive", {"value_net = 0.02"}) == "");
  CHECK(said("value-not-positive", {"annual_value = 0"}) != "");
  CHECK(said("value-not-positive", {"original_value = 0"}) != "");
  CHECK(said("value-not-positive", {"vat_irrecoverable = -0.01"}) ==
        R"(content/register/contracts.toml:7:21: error[value-not-positive]: vat_irrecoverable cannot be below £0
   7 | vat_irrecoverable = -0.01
     |                     ^^^^^
  help: write what is to be paid, in pounds and without VAT
)");
  CHECK(said("value-not-positive", {"vat_irrecoverable = 0"}) == "");
}

TEST_CASE("the value of a grant is above nothing too") {
  CHECK(
      messages("value-not-positive", {{"content/register/grants.toml", "[G-1]\ntitle = \"Drums\"\nvalue_net = 0\n"}}) ==
      R"(content/register/grants.toml:3:13: error[value-not-positive]: value_net must be above £0
   3 | value_net = 0
     |             ^
  help: write what is to be paid, in pounds and without VAT
)");
  CHECK(messages("value-not-positive",
                 {{"content/register/grants.toml", "[G-1]\ntitle = \"Drums\"\nvalue_net = 0.01\n"}}) == "");
}

TEST_CASE("a penny, a pound and a row of nines stand in for values that were not known") {
  CHECK(
      said("placeholder-value", {"value_net = 1"}) ==
      R"(content/register/contracts.toml:6:13: warning[placeholder-value]: value_net looks as if it stood in for a value that was not known
   6 | value_net = 1
     |             ^
  help: write the value, or the estimated spend a year in annual_value; if it is right, waive this
)");
  CHECK(said("placeholder-value", {"value_net = 0.01"}) != "");
  CHECK(said("placeholder-value", {"value_net = 99999999"}) != "");
  CHECK(said("placeholder-value", {"annual_value = 1"}) != "");
  for (const char* value : {"value_net = 0.02", "value_net = 0.99", "value_net = 1.01", "value_net = 99999998.99",
                            "value_net = 99999999.01"})
    CHECK_MESSAGE(said("placeholder-value", {value}) == "", value);
}

TEST_CASE("a value that is none is one mistake, and nothing is made of it") {
  const Files more{{"site.toml",
                    "title = \"T\"\nbase_url = \"https://t.example/\"\n[register]\nocid_prefix = \"ocds-m4v8re\"\n"
                    "decision_threshold = 5000\nregimes = [\"procurement-act-2023\"]\n"}};
  for (const char* value : {"value_net = 99999999", "value_net = 1", "value_net = 0"})
    CHECK_MESSAGE(
        TestSite(register_of(contract("C-1", {value, "original_value = 20000"}), more)).findings().size() == 1, value);
}

TEST_CASE("a value that changed by more than half of that of the award is reported") {
  CHECK(
      said("value-changed", {"value_net = 30000.01", "original_value = 20000"}) ==
      R"(content/register/contracts.toml:6:13: warning[value-changed]: value_net is more than half above or below original_value
   6 | value_net = 30000.01
     |             ^^^^^^^^ original_value is £20,000
  also: content/register/contracts.toml:15:18: original_value stands here
  15 | original_value = 20000
     |                  ^^^^^
  help: mend the amount that is wrong; if both are right, waive this and say why, and add the notice of the change as [[notices]] with code = "UK10"
)");
  CHECK(said("value-changed", {"value_net = 30000", "original_value = 20000"}) == "");
  CHECK(said("value-changed", {"value_net = 9999.99", "original_value = 20000"}) != "");
  CHECK(said("value-changed", {"value_net = 10000", "original_value = 20000"}) == "");
  CHECK(said("change-without-notice", {"value_net = 30000.01", "original_value = 20000"}) == "");  // one finding
}

TEST_CASE("a change of more than a tenth needs a notice") {
  CHECK(
      said("change-without-notice", {"value_net = 22000.01", "original_value = 20000"}) ==
      R"(content/register/contracts.toml:6:13: warning[change-without-notice]: value_net differs by more than 10 per cent from original_value, and no UK10 notice is listed
   6 | value_net = 22000.01
     |             ^^^^^^^^ original_value is £20,000
  also: content/register/contracts.toml:15:18: original_value stands here
  15 | original_value = 20000
     |                  ^^^^^
  help: add the notice of the change as [[notices]] with code = "UK10", as procurement-act-2023 asks; or mend the amount
)");
  CHECK(said("change-without-notice", {"value_net = 22000", "original_value = 20000"}) == "");
  CHECK(said("change-without-notice", {"value_net = 17999.99", "original_value = 20000"}) != "");
  CHECK(said("change-without-notice", {"value_net = 18000", "original_value = 20000"}) == "");
}

TEST_CASE("a change of works needs a notice from fifteen per cent on") {
  const std::string_view works = "cpv = [\"45000000\"]";
  CHECK(said("change-without-notice", {"value_net = 23000.01", "original_value = 20000", works}) != "");
  CHECK(said("change-without-notice", {"value_net = 23000", "original_value = 20000", works}) == "");
}

TEST_CASE("a change with a notice, of light touch or of a contract before the act needs none") {
  CHECK(said("change-without-notice",
             {"value_net = 22000.01", "original_value = 20000", "notices = [{ code = \"UK10\" }]"}) == "");
  CHECK(said("change-without-notice",
             {"value_net = 22000.01", "original_value = 20000", "notices = [{ code = \"UK7\" }]"}) != "");
  CHECK(said("change-without-notice", {"value_net = 22000.01", "original_value = 20000", "light_touch = true"}) == "");
  CHECK(said("change-without-notice", {"value_net = 22000.01", "original_value = 20000", "start = 2025-02-23"}) == "");
  CHECK(said("change-without-notice", {"value_net = 22000.01", "original_value = 20000", "start = 2025-02-24"}) != "");
  CHECK(said("change-without-notice",
             {"value_net = 22000.01", "original_value = 20000", "start = 2025-02-24", "awarded = 2025-02-23"}) == "");
}

TEST_CASE("a value just below one at which another level begins is a hint") {
  CHECK(messages("just-below-threshold", with_levels(contract("C-1", {"value_net = 29400"}))) ==
        R"(content/register/contracts.toml:6:13: info[just-below-threshold]: value_net is just below £30,000
   6 | value_net = 29400
     |             ^^^^^ it is a limit of the level "panel" (Panel level)
  help: make sure that it is the whole value, with all lots and extensions
)");
  CHECK(messages("just-below-threshold", with_levels(contract("C-1", {"value_net = 29399.99"}))) == "");
  CHECK(messages("just-below-threshold", with_levels(contract("C-1", {"value_net = 29999.99"}))) != "");
  CHECK(messages("just-below-threshold", with_levels(contract("C-1", {"value_net = 30000"}))) == "");
}

TEST_CASE("how near is just below is a setting, and 0 is never") {
  CHECK(messages("just-below-threshold", with_levels(contract("C-1", {"value_net = 27000"}), "near_threshold = 10")) !=
        "");
  CHECK(messages("just-below-threshold",
                 with_levels(contract("C-1", {"value_net = 26999.99"}), "near_threshold = 10")) == "");
  CHECK(messages("just-below-threshold",
                 with_levels(contract("C-1", {"value_net = 29999.99"}), "near_threshold = 0")) == "");
}

TEST_CASE("the limit of a board and the value that needs a decision are thresholds as well") {
  const Files boards =
      register_of(contract("C-1", {"value_net = 49999"}), {{"content/boards/boards.toml",
                                                            "[panel]\ntitle = \"Panel\"\ntext = \"P.\"\n"
                                                            "delegated_limit = 50000\n"}});
  CHECK(messages("just-below-threshold", boards) ==
        R"(content/register/contracts.toml:6:13: info[just-below-threshold]: value_net is just below £50,000
   6 | value_net = 49999
     |             ^^^^^ it is the limit of "panel" (Panel)
  help: make sure that it is the whole value, with all lots and extensions
)");
  CHECK(messages("just-below-threshold",
                 register_of(contract("C-1", {"value_net = 39999"}),
                             {{"site.toml", "title = \"T\"\n[register]\ndecision_threshold = 40000\n"}})) ==
        R"(content/register/contracts.toml:6:13: info[just-below-threshold]: value_net is just below £40,000
   6 | value_net = 39999
     |             ^^^^^ it is decision_threshold in site.toml
  help: make sure that it is the whole value, with all lots and extensions
)");
}

TEST_CASE("nothing is just below a threshold that those who decided may pass") {
  const auto decided_by = [](const std::string& limit) {
    return messages(
        "just-below-threshold",
        register_of(
            contract("C-1", {"value_net = 29900", "decision = \"D1\""}),
            {{"content/levels/levels.toml", levels},
             {"content/boards/boards.toml", "[board]\ntitle = \"Board\"\ntext = \"B.\"\n" + limit},
             {"content/decisions/d.toml",
              "[D1]\ntitle = \"Play\"\non = 2026-03-01\nby = \"board\"\nabout = [\"C-1\"]\ntext = \"Yes.\"\n"}}));
  };
  CHECK(decided_by("") == "");
  CHECK(decided_by("delegated_limit = 30000.01\n") == "");
  CHECK(decided_by("delegated_limit = 30000\n") != "");
}

TEST_CASE("a value just below a threshold of a regime in use is one with VAT") {
  const auto near = [](std::string_view value, std::string_view vat, std::string_view more = "sme = \"yes\"") {
    return messages("just-below-threshold",
                    register_of(contract("C-1", {value, vat, more}),
                                {{"site.toml", "title = \"T\"\n[register]\nregimes = [\"procurement-act-2023\"]\n"}}));
  };
  CHECK(near("value_net = 207000", "vat_irrecoverable = 0") ==
        R"(content/register/contracts.toml:6:13: info[just-below-threshold]: value_net is just below £207,720
   6 | value_net = 207000
     |             ^^^^^^ it is a threshold of procurement-act-2023, which includes VAT
  help: make sure that it is the whole value, with all lots and extensions
)");
  CHECK(near("value_net = 207000", "vat_irrecoverable = 719.99") != "");
  CHECK(near("value_net = 207000", "vat_irrecoverable = 720") == "");
  CHECK(near("value_net = 207000", "vat_irrecoverable = 0", "light_touch = true") == "");
  CHECK(near("value_net = 663539", "vat_irrecoverable = 0", "light_touch = true") != "");
  CHECK(near("value_net = 5192999", "vat_irrecoverable = 0", "cpv = [\"45000000\"]") != "");
  CHECK(said("just-below-threshold", {"value_net = 207000"}) == "");  // the regime is not in use
}

TEST_CASE("the shares of a pool come to the value") {
  const auto shares = [](std::string_view one, std::string_view other) {
    return messages("pooled-shares-mismatch",
                    register_of(contract("C-1", {"buyer = [\"Council\", \"NHS\"]"}) + "[[C-1.pooled]]\n" +
                                "partner = \"Council\"\nshare = " + std::string(one) +
                                "\n[[C-1.pooled]]\npartner = \"NHS\"\nshare = " + std::string(other) + "\n"));
  };
  CHECK(shares("12000", "8000") == "");
  CHECK(
      shares("12000", "8000.01") ==
      R"(content/register/contracts.toml:18:9: error[pooled-shares-mismatch]: the shares of the partners come to £20,000.01, not to value_net
  18 | share = 12000
     |         ^^^^^ value_net is £20,000
  also: content/register/contracts.toml:6:13: value_net stands here
   6 | value_net = 20000
     |             ^^^^^
  help: mend the share or the value that is wrong; the shares of all partners make up the whole
)");
  CHECK(shares("12000", "7999.99") != "");
  CHECK(shares("12000", "\"some\"") == "");  // bad-value
}

TEST_CASE("a share is not below nothing, and each is given") {
  const std::string pool = contract("C-1", {"buyer = [\"Council\", \"NHS\"]"}) +
                           "[[C-1.pooled]]\npartner = \"Council\"\nshare = -5\n[[C-1.pooled]]\npartner = \"NHS\"\n";
  CHECK(messages("value-not-positive", register_of(pool)) ==
        R"(content/register/contracts.toml:18:9: error[value-not-positive]: share cannot be below £0
  18 | share = -5
     |         ^^
  help: write what the partner puts in, in pounds and without VAT
)");
  CHECK(messages("missing-field", register_of(pool)) ==
        R"(content/register/contracts.toml:19:1: error[missing-field]: this pooled share has no share
  19 | [[C-1.pooled]]
     | ^^^^^^^^^^^^^^
  help: add share: how much
)");
  CHECK(messages("pooled-shares-mismatch", register_of(pool)) == "");
}

TEST_CASE("those who put money in are among those who buy") {
  const auto partners = [](std::string_view buyers) {
    return messages(
        "partner-not-buyer",
        register_of(contract("C-1", {buyers}) + "[[C-1.pooled]]\npartner = \"Moorvale Council\"\nshare = 12000\n"
                                                "[[C-1.pooled]]\npartner = \"NHS\"\nshare = 8000\n",
                    {{"site.toml", "title = \"T\"\n[organisation]\nname = \"Moorvale Council\"\n"}}));
  };
  CHECK(partners("buyer = [\"Moorvale council\", \"NHS\"]") == "");
  CHECK(
      partners("buyer = [\"Moorvale Council\"]") ==
      R"(content/register/contracts.toml:20:11: warning[partner-not-buyer]: "NHS" puts money in and is not named as a buyer
  20 | partner = "NHS"
     |           ^^^^^
  also: content/register/contracts.toml:15:9: the buyers stand here
  15 | buyer = ["Moorvale Council"]
     |         ^^^^^^^^^^^^^^^^^^^^
  help: name all that buy together in buyer, spelt as here
)");
  CHECK(
      partners("sme = \"yes\"") ==
      R"(content/register/contracts.toml:19:11: warning[partner-not-buyer]: "NHS" puts money in and is not named as a buyer
  19 | partner = "NHS"
     |           ^^^^^
  help: name all that buy together in buyer, spelt as here
)");  // the organisation of the site alone
}

TEST_CASE("a code has a division that there is") {
  CHECK(
      said("unknown-cpv-division", {"cpv = [\"85312000\", \"58312000-9\"]"}) ==
      R"(content/register/contracts.toml:15:20: warning[unknown-cpv-division]: the Common Procurement Vocabulary has no division "58"
  15 | cpv = ["85312000", "58312000-9"]
     |                    ^^^^^^^^^^^^
  help: look the code up: its first two digits are the division, such as 85 for health and social work
)");
  CHECK(said("unknown-cpv-division", {"cpv = [\"85312000\", \"03000000-1\", \"98000000\", \"09000000\"]"}) == "");
  CHECK(said("unknown-cpv-division", {"cpv = [\"00000000\"]"}) != "");
}
