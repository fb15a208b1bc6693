#include "register/contract_event.h"

#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

// "2026-01-02 notice UK6; …" of a contract with these fields.
std::string events(std::string_view fields) {
  const TestSite site(Files{{"content/register/contracts.toml", "[C-1]\ntitle = \"Help\"\n" + std::string(fields)}});
  const TypeId type = *site.model().schema->find("contract");
  std::string shown;
  for (const ContractEvent& event : events_of(site.model(), site.model().find(type, "C-1"))) {
    if (!shown.empty()) shown += "; ";
    shown += iso_date(event.date) + " " + std::string(contract_event_name(event.kind));
    if (!event.detail.empty()) shown += " " + event.detail;
  }
  return shown;
}

}  // namespace

TEST_CASE("the events of a contract stand in the order of their dates") {
  CHECK(events("awarded = 2025-02-01\nstart = 2025-04-01\nend = 2028-03-31\n"
               "extensions = [\"1 year taken 2027-01-15\", \"12 months\"]\n"
               "[[C-1.notices]]\ncode = \"UK6\"\npublished = 2025-02-10\n"
               "[[C-1.notices]]\ncode = \"UK4\"\npublished = 2024-11-05\n") ==
        "2024-11-05 notice UK4; 2025-02-01 awarded; 2025-02-10 notice UK6; 2025-04-01 started; "
        "2027-01-15 extended 12 months; 2028-03-31 ended");
}

TEST_CASE("events of one day go from the award to the end") {
  CHECK(events("awarded = 2025-04-01\nstart = 2025-04-01\nend = 2025-04-01\n"
               "[[C-1.notices]]\ncode = \"UK6\"\npublished = 2025-04-01\n") ==
        "2025-04-01 awarded; 2025-04-01 notice UK6; 2025-04-01 started; 2025-04-01 ended");
}

TEST_CASE("what has no date is no event, and an open ended contract does not end") {
  CHECK(events("[[C-1.notices]]\ncode = \"UK4\"\n") == "");
  CHECK(events("start = 2025-04-01\nend = 2026-03-31\nopen_ended = true\n") == "2025-04-01 started");
}
