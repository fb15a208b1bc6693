#include <doctest/doctest.h>

#include "unit/check/register_site.h"

using namespace framewright;

namespace {

std::string under(std::string_view regimes, std::string_view rule, std::initializer_list<std::string_view> changes,
                  const std::string& settings = {}) {
  return said(rule, changes,
              {{"site.toml", "title = \"T\"\n[register]\nregimes = [" + std::string(regimes) + "]\n" + settings}});
}

constexpr std::string_view act = "\"procurement-act-2023\"", code = "\"transparency-code-2015\"";

}  // namespace

TEST_CASE("a contract over five million pounds with VAT has three measures of performance") {
  CHECK(
      under(act, "missing-kpis", {"value_net = 5000000.01"}) ==
      R"(content/register/contracts.toml:1:2: warning[missing-kpis]: procurement-act-2023 asks for 3 key performance indicators of a contract over £5,000,000, and this one names none
   1 | [C-1]
     |  ^^^ its value with VAT is £5,000,000.01
  also: content/register/contracts.toml:6:13: the value stands here
   6 | value_net = 5000000.01
     |             ^^^^^^^^^^
  help: add them as [[kpis]], with name and target; waive this where they would not be fitting, and say why
)");
  CHECK(under(act, "missing-kpis", {"value_net = 5000000"}) == "");
  CHECK(under(act, "missing-kpis", {"value_net = 4999999", "vat_irrecoverable = 1.01"}) != "");
  CHECK(under(act, "missing-kpis", {"value_net = 4999999", "vat_irrecoverable = 1"}) == "");
  CHECK(under(act, "missing-kpis", {"value_net = 5000000.01", "light_touch = true"}) == "");
  CHECK(under(act, "missing-kpis", {"value_net = 5000000.01", "start = 2025-02-23"}) == "");
  CHECK(under(act, "missing-kpis", {"value_net = 5000000.01", "start = 2025-02-24"}) != "");
}

TEST_CASE("fewer measures than three are counted") {
  CHECK(
      under(act, "missing-kpis", {"value_net = 6000000", "kpis = [{ name = \"Time\" }, { name = \"Cost\" }]"}) ==
      R"(content/register/contracts.toml:1:2: warning[missing-kpis]: procurement-act-2023 asks for 3 key performance indicators of a contract over £5,000,000, and this one names 2
   1 | [C-1]
     |  ^^^ its value with VAT is £6,000,000
  also: content/register/contracts.toml:6:13: the value stands here
   6 | value_net = 6000000
     |             ^^^^^^^
  help: add them as [[kpis]], with name and target; waive this where they would not be fitting, and say why
)");
  CHECK(under(act, "missing-kpis",
              {"value_net = 6000000", "kpis = [{ name = \"Time\" }, { name = \"Cost\" }, { name = \"Care\" }]"}) == "");
}

TEST_CASE("the notices that a regime asks for are those of its procedure, from its threshold on") {
  CHECK(
      under(act, "missing-notice", {"value_net = 207720"}) ==
      R"(content/register/contracts.toml:1:2: info[missing-notice]: this contract does not list the notices UK4, UK6 and UK7
   1 | [C-1]
     |  ^^^ procurement-act-2023 asks for them from £207,720 with VAT, as far as the register shows
  help: add each as [[notices]], with code, url and published; this is advice, to be held against the text of the law
)");
  CHECK(under(act, "missing-notice", {"value_net = 207719.99"}) == "");
  CHECK(under(act, "missing-notice", {"value_net = 207720", "procedure = \"call-off\""}) ==
        R"(content/register/contracts.toml:1:2: info[missing-notice]: this contract does not list the notice UK7
   1 | [C-1]
     |  ^^^ procurement-act-2023 asks for it from £207,720 with VAT, as far as the register shows
  help: add each as [[notices]], with code, url and published; this is advice, to be held against the text of the law
)");
  CHECK(under(act, "missing-notice",
              {"value_net = 207720", "notices = [{ code = \"UK4\" }, { code = \"UK6\" }, { code = \"UK7\" }]"}) == "");
  CHECK(under(act, "missing-notice", {"value_net = 207720", "status = \"planned\""}) == "");
}

TEST_CASE("the threshold is that of the day and of the kind") {
  const std::string_view before = "awarded = 2025-12-31", after = "awarded = 2026-01-01";
  CHECK(under(act, "missing-notice", {"value_net = 214903.99", before}) == "");
  CHECK(under(act, "missing-notice", {"value_net = 214904", before}) != "");
  CHECK(under(act, "missing-notice", {"value_net = 207720", after}) != "");
  CHECK(under(act, "missing-notice", {"value_net = 663539.99", "light_touch = true"}) == "");
  CHECK(under(act, "missing-notice", {"value_net = 663540", "light_touch = true"}) != "");
  CHECK(under(act, "missing-notice", {"value_net = 5192999.99", "cpv = [\"45000000\"]"}) == "");
  CHECK(under(act, "missing-notice", {"value_net = 5193000", "cpv = [\"45000000\"]"}) != "");
  CHECK(under(act, "missing-notice", {"value_net = 999999", "awarded = 2025-02-23"}) == "");
}

TEST_CASE("a notice that is not yet due is not missing") {
  const auto awarded = [](std::string_view day, std::string_view more = "sme = \"yes\"") {
    return under(act, "missing-notice",
                 {"value_net = 900000", "procedure = \"call-off\"", "start = 2026-12-01", day, more});
  };
  CHECK(awarded("awarded = 2026-10-24") == "");  // thirty days before
  CHECK(awarded("awarded = 2026-10-23") != "");
  CHECK(awarded("awarded = 2026-07-26", "light_touch = true") == "");
  CHECK(awarded("awarded = 2026-07-25", "light_touch = true") != "");
}

TEST_CASE("a notice after its last day is late") {
  const auto published = [](std::string_view notice, std::string_view more = "sme = \"yes\"") {
    return under(act, "late-notice", {"value_net = 900000", "awarded = 2026-03-01", notice, more});
  };
  CHECK(published("notices = [{ code = \"UK7\", published = 2026-04-01 }]") ==
        R"(content/register/contracts.toml:16:40: info[late-notice]: UK7 was published 31 days after the award
  16 | notices = [{ code = "UK7", published = 2026-04-01 }]
     |                                        ^^^^^^^^^^ procurement-act-2023 gives until 2026-03-31, as far as the register shows
  also: content/register/contracts.toml:15:11: awarded stands here
  15 | awarded = 2026-03-01
     |           ^^^^^^^^^^
  help: mend the date that is wrong; this is advice, to be held against the text of the law
)");
  CHECK(published("notices = [{ code = \"UK7\", published = 2026-03-31 }]") == "");
  CHECK(published("notices = [{ code = \"UK7\", published = 2026-06-29 }]", "light_touch = true") == "");
  CHECK(published("notices = [{ code = \"UK7\", published = 2026-06-30 }]", "light_touch = true") != "");
}

TEST_CASE("what the code asks for and is not known is reported at the first of it") {
  CHECK(
      under(code, "missing-transparency-field", {"value_net = 5000.01", "sme = \"unknown\""}) ==
      R"(content/register/contracts.toml:12:7: warning[missing-transparency-field]: transparency-code-2015 asks for sme of a contract over £5,000, and it is not known
  12 | sme = "unknown"
     |       ^^^^^^^^^
  help: find out and write it; or waive this with the reason why it cannot be known
)");
  CHECK(under(code, "missing-transparency-field", {"value_net = 5000", "sme = \"unknown\""}) == "");
  CHECK(
      under(code, "missing-transparency-field", {"sme = \"unknown\"", "vcse = \"unknown\""}) ==
      R"(content/register/contracts.toml:12:7: warning[missing-transparency-field]: transparency-code-2015 asks for sme and vcse of a contract over £5,000, and they are not known
  12 | sme = "unknown"
     |       ^^^^^^^^^
  help: find out and write it; or waive this with the reason why it cannot be known
)");
  CHECK(under(code, "missing-transparency-field", {"sme = \"no\""}) == "");
  CHECK(under(code, "missing-transparency-field", {"-sme"}) == "");  // missing-field
}

TEST_CASE("a field of a regime of the site is asked for as well") {
  const std::string own = "[regime.moorvale]\npublish_over = 5000\nfields = [\"cpv\", \"for\"]\n";
  CHECK(
      under("\"moorvale\"", "missing-transparency-field", {}, own) ==
      R"(content/register/contracts.toml:1:2: warning[missing-transparency-field]: moorvale asks for cpv and for of a contract over £5,000, and they are not known
   1 | [C-1]
     |  ^^^
  help: find out and write it; or waive this with the reason why it cannot be known
)");
  CHECK(under("\"moorvale\"", "missing-transparency-field", {"cpv = [\"85000000\"]", "for = [\"nothing\"]"}, own) ==
        "");
}

TEST_CASE("a register that begins above what the code asks for is reported in site.toml") {
  CHECK(
      under(code, "register-threshold", {}, "threshold = 5000.01\n") ==
      R"(site.toml:4:13: warning[register-threshold]: the register begins at £5,000.01, and transparency-code-2015 asks for contracts over £5,000
   4 | threshold = 5000.01
     |             ^^^^^^^
  help: set threshold to the lower figure; or take the regime out of regimes, if the register is not under it
)");
  CHECK(under(code, "register-threshold", {}, "threshold = 5000\n") == "");
  CHECK(under(act, "register-threshold", {}, "threshold = 10000\n") == "");
}

TEST_CASE("no duty is asked of a register that names no regime") {
  for (const char* rule : {"missing-kpis", "missing-notice", "late-notice", "missing-transparency-field"})
    CHECK(said(rule, {"value_net = 9000000", "sme = \"unknown\"",
                      "notices = [{ code = \"UK7\", published = 2026-09-01 }]"}) == "");
}

TEST_CASE("a site may change a regime") {
  const std::string own = "[regime.procurement-act-2023]\nkpis_over = 1000000\nkpis = 1\n";
  CHECK(
      under(act, "missing-kpis", {"value_net = 1000000.01"}, own) ==
      R"(content/register/contracts.toml:1:2: warning[missing-kpis]: procurement-act-2023 asks for 1 key performance indicator of a contract over £1,000,000, and this one names none
   1 | [C-1]
     |  ^^^ its value with VAT is £1,000,000.01
  also: content/register/contracts.toml:6:13: the value stands here
   6 | value_net = 1000000.01
     |             ^^^^^^^^^^
  help: add them as [[kpis]], with name and target; waive this where they would not be fitting, and say why
)");
  CHECK(under(act, "missing-kpis", {"value_net = 1000000.01", "kpis = [{ name = \"Time\" }]"}, own) == "");
}
