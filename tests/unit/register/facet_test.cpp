#include "register/facet.h"

#include <doctest/doctest.h>

#include "unit/register/register_site.h"

using namespace framewright;

namespace {

constexpr std::string_view contracts = R"(
[C-1]
title = "A"
department = "Roads"
value_net = 100
start = 2025-01-01
procedure = "call-off"
sme = "yes"
vcse = "no"
cpv = ["85312000", "85000000", "80500000-9"]
[C-2]
title = "B"
department = "Schools & libraries"
value_net = 300
start = 2026-01-01
procedure = "quote"
sme = "unknown"
vcse = "yes"
cpv = ["99000000"]
[C-3]
title = "C"
)";

// "Roads (roads): C-1, £100; …".
std::string values(const RegisterSite& site, std::string_view name) {
  std::string shown;
  for (const FacetValue& value : site.lists().facet(name).values)
    shown += (shown.empty() ? "" : "; ") + value.label + " (" + value.slug +
             "): " + site.contract_ids(value.contracts) + ", " + format_money(value.total.value);
  return shown;
}

}  // namespace

TEST_CASE("each facet parts the register, with what is not known as the last value") {
  const RegisterSite site(register_files(contracts));
  CHECK(values(site, "department") ==
        "Schools & libraries (schools--libraries): C-2, £300; Roads (roads): C-1, £100; "
        "Not known (not-known): C-3, £0");
  CHECK(values(site, "stage") == "Active (active): C-1 C-2 C-3, £400");
  CHECK(values(site, "procedure") ==
        "Quote (quote): C-2, £300; Call-off (call-off): C-1, £100; Not known (not-known): C-3, £0");
  CHECK(values(site, "year") == "2026 (2026): C-2, £300; 2025 (2025): C-1, £100; Not known (not-known): C-3, £0");
  CHECK(values(site, "small") == "Yes (yes): C-1, £100; Not known (not-known): C-2 C-3, £300");
  CHECK(values(site, "voluntary") == "Yes (yes): C-2, £300; No (no): C-1, £100; Not known (not-known): C-3, £0");
}

TEST_CASE("a contract stands once in each of its categories, which are named by the first two digits of a code") {
  const RegisterSite site(register_files(contracts));
  CHECK(values(site, "category") ==
        "CPV division 99 (99): C-2, £300; Education and training services (80): C-1, £100; "
        "Health and social work services (85): C-1, £100; Not known (not-known): C-3, £0");
}

TEST_CASE("values whose names leave the same address are told apart") {
  const RegisterSite site(
      register_files("[C-1]\ntitle = \"A\"\ndepartment = \"Roads!\"\n[C-2]\ntitle = \"B\"\ndepartment = \"Roads\"\n"
                     "[C-3]\ntitle = \"C\"\ndepartment = \"Page\"\n[C-4]\ntitle = \"D\"\ndepartment = \"!\"\n"));
  CHECK(values(site, "department") ==
        "! (value): C-4, £0; Page (value-2): C-3, £0; Roads (roads): C-2, £0; Roads! (roads-2): C-1, £0");
}

TEST_CASE("the places of a contract's values are those of its facet") {
  const RegisterSite site(register_files(contracts));
  const FacetPlaces places(site.lists().facet("category"), site.contracts().contracts.size());
  CHECK(std::vector<std::uint16_t>(places.of(0).begin(), places.of(0).end()) == std::vector<std::uint16_t>{1, 2});
  CHECK(std::vector<std::uint16_t>(places.of(2).begin(), places.of(2).end()) == std::vector<std::uint16_t>{3});
}
