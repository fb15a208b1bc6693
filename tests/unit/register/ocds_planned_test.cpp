#include <doctest/doctest.h>

#include "register/import_ocds.h"
#include "register/ocds_package.h"
#include "unit/site.h"

using namespace framewright;

namespace {

const std::string settings =
    "title = \"Test\"\nbase_url = \"https://test.example/\"\n[register]\nocid_prefix = \"ocds-213czf\"\n";

const std::string planned =
    "[C1]\ntitle = \"Care\"\ndescription = \"x\"\ndepartment = \"d\"\nvalue_net = 75000.10\nannual_value = 25000.03\n"
    "vat_irrecoverable = 12.50\nstart = 2029-01-01\nend = 2031-12-31\nmax_end = 2032-12-31\nreview = 2031-01-01\n"
    "procedure = \"tender\"\nsme = \"unknown\"\nvcse = \"unknown\"\nlight_touch = false\n";

TestSite site_with(const std::string& more) {
  return TestSite(Files{{"site.toml", settings}, {"content/register/contracts.toml", planned + more}});
}

std::string releases_of(const TestSite& site) {
  const Register contracts = read_register(site.model(), site.config(), false);
  const OpenData data(contracts);
  std::string out;
  write_release_package(data, [&](std::string_view bytes) { out += bytes; });
  return out;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a planned contract without a supplier is a tender with its value and its term, and comes back") {
  const TestSite site = site_with(
      "status = \"planned\"\n[[C1.redactions]]\nfield = \"justification\"\nreason = \"r\"\non = 2026-11-02\n");
  REQUIRE(site.messages("too-few-links") == "");
  const std::string text = releases_of(site);
  CHECK(has(text, "\"tag\":[\"planning\"]"));
  CHECK_FALSE(has(text, "\"awards\""));
  CHECK_FALSE(has(text, "\"contracts\""));
  CHECK(has(text,
            "\"value\":{\"amount\":75000.10,\"currency\":\"GBP\"},\"contractPeriod\":{\"startDate\":"
            "\"2029-01-01T00:00:00Z\",\"endDate\":\"2031-12-31T23:59:59Z\",\"maxExtentDate\":"
            "\"2032-12-31T23:59:59Z\",\"durationInDays\":1095}"));
  ImportReport report;
  const ImportedRegister read = import_ocds(text, 0, site.config(), report);
  REQUIRE_FALSE(report.has_errors());
  CHECK(report.notes() == "");
  const ImportedFields& fields = read.contracts.at(0).fields;
  for (const auto& expected :
       {std::pair("value_net", "75000.10"), std::pair("annual_value", "25000.03"),
        std::pair("vat_irrecoverable", "12.50"), std::pair("start", "2029-01-01"), std::pair("end", "2031-12-31"),
        std::pair("max_end", "2032-12-31"), std::pair("status", "planned"), std::pair("light_touch", "false")})
    CHECK_MESSAGE(fields.at(expected.first).front() == expected.second, expected.first);
  CHECK(read.contracts[0].parts.at(0).fields.at("on").front() == "2026-11-02");
  note_what_is_missing(read, site.config().schema, report);
  CHECK(report.notes() == "- review is needed, and the file does not say it: fill it in (in C1)\n");
}

TEST_CASE("what has an award says its value and its term there and not in the tender") {
  const TestSite site = site_with("supplier = [\"s\"]\n[[C1.notices]]\ncode = \"UK6\"\npublished = 2026-01-02\n");
  const std::string text = releases_of(site);
  const std::size_t tender = text.find("\"tender\":"), awards = text.find("\"awards\":");
  REQUIRE(tender < awards);
  const std::string of_tender = text.substr(tender, awards - tender);
  CHECK_FALSE(has(of_tender, "\"value\""));
  CHECK_FALSE(has(of_tender, "\"contractPeriod\""));
  CHECK(has(of_tender, "\"irrecoverableTax\":{\"amount\":12.50,\"currency\":\"GBP\"}"));
}

TEST_CASE("a tender's value and term beside those of a contract are left out and told") {
  const TestSite site(Files{{"site.toml", settings}});
  ImportReport report;
  const ImportedRegister read = import_ocds(
      "{\"version\":\"1.1\",\"releases\":[{\"ocid\":\"ocds-213czf-1\",\"tender\":{\"id\":\"1\",\"lightTouch\":true,"
      "\"value\":{\"amount\":9,\"currency\":\"GBP\"},\"contractPeriod\":{\"startDate\":\"2027-01-01T00:00:00Z\"}},"
      "\"contracts\":[{\"id\":\"1\",\"value\":{\"amount\":8,\"currency\":\"GBP\"},\"period\":{\"startDate\":"
      "\"2027-02-01T00:00:00Z\"}}]}]}",
      0, site.config(), report);
  CHECK(read.contracts.at(0).fields.at("value_net").front() == "8.00");
  CHECK(read.contracts[0].fields.at("start").front() == "2027-02-01");
  CHECK(has(report.notes(),
            "- tender.contractPeriod.startDate was left out where it differs from "
            "contracts.period.startDate (in 1)\n"));
  CHECK(has(report.notes(), "- tender.lightTouch was left out where there is a contract (in 1)\n"));
  CHECK(has(report.notes(), "- tender.value was left out: the register holds what the contract is worth (in 1)\n"));
}
