#include "register/contract_order.h"

#include <doctest/doctest.h>

#include "unit/register/register_site.h"

using namespace framewright;

namespace {

constexpr std::string_view contracts = R"(
[C-1]
title = "beta"
supplier = ["c", "b"]
value_net = 500
start = 2026-01-01
end = 2027-12-31
[C-2]
title = "Alpha"
supplier = "c"
annual_value = 900
start = 2025-01-01
end = 2026-01-31
[C-3]
title = "Gamma"
value_net = 700
end = 2027-01-31
start = 2027-01-01
[C-4]
title = "delta"
supplier = "a"
start = 2020-01-01
open_ended = true
[C-5]
title = "Epsilon"
supplier = "a"
value_net = 700
start = 2019-01-01
end = 2026-02-28
)";

}  // namespace

TEST_CASE("the register is read in five orders, each with what is not known last") {
  const RegisterSite site(register_files(contracts));
  const ContractOrders orders(site.contracts());
  CHECK(site.contract_ids(orders[ContractOrder::title]) == "C-2 C-1 C-4 C-5 C-3");
  CHECK(site.contract_ids(orders[ContractOrder::supplier]) == "C-4 C-5 C-1 C-2 C-3");
  CHECK(site.contract_ids(orders[ContractOrder::value]) == "C-5 C-3 C-1 C-2 C-4");
  CHECK(site.contract_ids(orders[ContractOrder::start]) == "C-3 C-1 C-2 C-4 C-5");
  CHECK(site.contract_ids(orders[ContractOrder::end]) == "C-3 C-1 C-4 C-5 C-2");
}
