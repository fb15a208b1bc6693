#include "load/regime_reader.h"

#include <doctest/doctest.h>

#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

Date day(std::string_view text) { return *parse_date(text); }

// The messages about settings that stand below a title.
std::string messages(const std::string& settings) {
  return ReadSite{{"content/index.md", md("title = \"Home\"", "Welcome.\n")},
                  {"site.toml", "title = \"T\"\n" + settings + "\n"}}
      .messages();
}

}  // namespace

TEST_CASE("the regimes of the program are the Transparency Code and the Procurement Act, with their days and figures") {
  const ReadSite site{};
  const Config& config = site.config();
  REQUIRE(config.regimes.size() == 2);
  CHECK(config.regimes_in_use().empty());
  CHECK(config.regime("transparency-code-2015")->publish_over == Money{500000});
  const Regime& act = *config.regime("procurement-act-2023");
  CHECK(!act.in_force.on(day("2025-02-23")));
  CHECK(act.in_force.on(day("2025-02-24")));
  CHECK(act.kpis_over == Money{500000000});
  CHECK(act.kpis == 3);
  CHECK(act.thresholds_on(day("2025-02-23")) == nullptr);
  CHECK(act.thresholds_on(day("2025-12-31"))->of(PurchaseKind::goods_and_services) == Money{21490400});
  CHECK(act.thresholds_on(day("2025-12-31"))->of(PurchaseKind::works) == Money{537260900});
  CHECK(act.thresholds_on(day("2026-01-01"))->of(PurchaseKind::goods_and_services) == Money{20772000});
  CHECK(act.thresholds_on(day("2027-12-31"))->of(PurchaseKind::works) == Money{519300000});
  CHECK(act.thresholds_on(day("2027-12-31"))->of(PurchaseKind::light_touch) == Money{66354000});
  CHECK(act.thresholds_on(day("2028-01-01")) == nullptr);
}

TEST_CASE("a site changes a regime setting by setting, and adds its own") {
  const ReadSite site{{"content/index.md", md("title = \"Home\"", "Welcome.\n")}, {"site.toml", R"(title = "T"
[register]
regimes = ["moorvale", "procurement-act-2023"]
[regime.procurement-act-2023]
kpis_over = 6000000
[[regime.procurement-act-2023.threshold]]
from = 2028-01-01
goods_and_services = 200000
[regime.moorvale]
says = "Moorvale's own rules"
to = 2027-03-31
publish_over = "500.50"
fields = ["title"]
change_notice = "M1"
change_over = 5
change_over_works = 6
[[regime.moorvale.notice]]
code = "M2"
procedure = ["quote"]
within = 7
within_light_touch = 14
)"}};
  CHECK(site.messages() == "");
  const Regime& act = *site.config().regime("procurement-act-2023");
  CHECK(act.kpis_over == Money{600000000});
  CHECK(act.kpis == 3);
  CHECK(act.thresholds.size() == 1);
  CHECK(act.thresholds_on(day("2028-01-01"))->of(PurchaseKind::goods_and_services) == Money{20000000});
  CHECK(!act.thresholds_on(day("2028-01-01"))->of(PurchaseKind::works));
  const auto used = site.config().regimes_in_use();
  REQUIRE(used.size() == 2);
  const Regime& own = *used[0];
  CHECK(own.says == "Moorvale's own rules");
  CHECK(own.in_force.on(day("2027-03-31")));
  CHECK(!own.in_force.on(day("2027-04-01")));
  CHECK(own.publish_over == Money{50050});
  CHECK(own.fields == std::vector<std::string>{"title"});
  CHECK(own.change_notice == "M1");
  CHECK(own.change_over == 5);
  CHECK(own.change_over_works == 6);
  REQUIRE(own.notices.size() == 1);
  CHECK(own.notices[0].procedures == std::vector<std::string>{"quote"});
  CHECK(own.notices[0].within == 7);
  CHECK(own.notices[0].within_light_touch == 14);
}

TEST_CASE("a regime that there is not is reported with the nearest that is known") {
  CHECK(messages("[register]\nregimes = [\"procurement-act-2032\", \"transparency-code-2015\"]") == R"(site.toml:3:12: error[bad-config]: there is no regime "procurement-act-2032"
   3 | regimes = ["procurement-act-2032", "transparency-code-2015"]
     |            ^^^^^^^^^^^^^^^^^^^^^^ did you mean "procurement-act-2023"?
  help: the regimes are transparency-code-2015 and procurement-act-2023; a site adds its own with [regime.NAME]
)");
  CHECK(ReadSite{{"site.toml", "title = \"T\"\n[register]\nregimes = [\"pa23\", \"transparency-code-2015\"]\n"}}
            .config()
            .contracts.regimes == std::vector<std::string>{"transparency-code-2015"});
}

TEST_CASE("what has no meaning in a regime is reported") {
  CHECK(messages("[regime.moorvale]\nkpi_over = 5\nfrom = 2027-01-01\nto = 2026-01-01\n[[regime.moorvale.notice]]\n"
                 "within = -1\n[[regime.moorvale.threshold]]\nwork = 5\n[regime]\nother = 5") == R"(site.toml:3:1: error[bad-config]: [regime.moorvale] has no setting "kpi_over"
   3 | kpi_over = 5
     | ^^^^^^^^ did you mean "kpis_over"?
site.toml:5:6: error[bad-config]: it ends before it begins
   5 | to = 2026-01-01
     |      ^^^^^^^^^^
  help: mend the one of the two dates that is wrong
site.toml:6:1: error[bad-config]: [[regime.moorvale.notice]] needs code, the notice, such as "UK7"
   6 | [[regime.moorvale.notice]]
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^
site.toml:7:10: error[bad-config]: within in [[regime.moorvale.notice]] cannot be below 0
   7 | within = -1
     |          ^^
site.toml:9:1: error[bad-config]: [[regime.moorvale.threshold]] has no setting "work"
   9 | work = 5
     | ^^^^ did you mean "works"?
site.toml:11:9: error[bad-config]: a regime is a table: [regime.other]
  11 | other = 5
     |         ^
)");
}

TEST_CASE("how near is just below a threshold is per cent") {
  CHECK(messages("[register]\nnear_threshold = 101") == R"(site.toml:3:18: error[bad-config]: near_threshold is in per cent, from 0 to 100
   3 | near_threshold = 101
     |                  ^^^
  help: 2 means from 98 per cent of a threshold up to it
)");
  CHECK(messages("[register]\nnear_threshold = 100") == "");
  CHECK(messages("[register]\ndecision_threshold = \"some\"") == R"(site.toml:3:22: error[bad-config]: decision_threshold in [register] must be an amount in pounds, such as 5000
   3 | decision_threshold = "some"
     |                      ^^^^^^
)");
}
