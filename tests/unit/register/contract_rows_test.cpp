#include "register/contract_rows.h"

#include <doctest/doctest.h>

#include "unit/register/register_site.h"

using namespace framewright;

namespace {

// On 23 November 2026.
std::string state(std::string_view fields) {
  const RegisterSite site(register_files("[C-1]\ntitle = \"A\"\n" + std::string(fields)));
  const ContractState state =
      state_of(site.contracts().contracts[0], TestSite::usual_today, site.contracts().config->words);
  return state.words + ", " + std::string(state.kind);
}

std::string cells(std::string_view fields) {
  const RegisterSite site(register_files("[C-1]\ntitle = \"A\"\n" + std::string(fields)));
  Arena arena;
  const Table& row = site.lists().rows().row(0, arena);
  return text_of(row.member("no_supplier")) + "; " + text_of(row.member("no_value")) + "; " +
         text_of(row.member("no_start")) + "; " + text_of(row.member("no_end"));
}

}  // namespace

TEST_CASE("a contract says where it stands, in months until 24 and in days in the last") {
  CHECK(state("end = 2028-11-24") == "Active, active");
  CHECK(state("end = 2028-11-23") == "Ends in 24 months, active");
  CHECK(state("end = 2027-05-24") == "Ends in 6 months, active");
  CHECK(state("end = 2027-05-23") == "Ends in 6 months, soon");
  CHECK(state("end = 2026-12-23") == "Ends in 1 month, soon");
  CHECK(state("end = 2026-12-22") == "Ends in 29 days, soon");
  CHECK(state("end = 2026-11-24") == "Ends in 1 day, soon");
  CHECK(state("end = 2026-11-23") == "Ends today, soon");
  CHECK(state("end = 2026-11-22") == "Ended, ended");
  CHECK(state("end = 2027-01-01\nopen_ended = true") == "Active, active");
  CHECK(state("") == "Active, active");
}

TEST_CASE("what is planned or was ended early says so") {
  CHECK(state("start = 2026-11-24") == "Starts in 1 day, planned");
  CHECK(state("start = 2027-03-31") == "Starts in 4 months, planned");
  CHECK(state("status = \"planned\"") == "Planned, planned");
  CHECK(state("status = \"terminated\"\nend = 2029-01-01") == "Ended early, terminated");
}

TEST_CASE("what is not known, withheld, estimated or open ended reads in words of its own") {
  CHECK(cells("") == "Not known; Not known; Not known; Not known");
  CHECK(cells("annual_value = 18000\nopen_ended = true") ==
        "Not known; £18,000 a year (estimated); Not known; Open ended");
  CHECK(cells("[[C-1.redactions]]\nfield = \"value_net\"\nreason = \"R\"\n"
              "[[C-1.redactions]]\nfield = \"supplier\"\nreason = \"R\"\n"
              "[[C-1.redactions]]\nfield = \"end\"\nreason = \"R\"\n") == "Withheld; Withheld; Not known; Withheld");
  CHECK(cells("status = \"planned\"") == "None yet; Not known; Not known; Not known");
  CHECK(cells("value_net = 5\nend = 2027-01-01") == "Not known; ; Not known; ");
}
