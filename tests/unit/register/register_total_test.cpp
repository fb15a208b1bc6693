#include <doctest/doctest.h>

#include <limits>

#include "unit/register/register_site.h"

using namespace framewright;

TEST_CASE("a total parts what is known from what is estimated, withheld and not known") {
  const RegisterSite site(register_files(R"(
[C-1]
title = "A"
value_net = 100.50
[C-2]
title = "B"
value_net = 200
annual_value = 7
[C-3]
title = "C"
annual_value = 30
[C-4]
title = "D"
[[C-4.redactions]]
field = "value_net"
reason = "Trade secret"
[C-5]
title = "E"
[[C-5.redactions]]
field = "supplier"
reason = "Safety"
)"));
  const Total total = total_of(site.contracts(), site.lists().orders()[ContractOrder::title]);
  CHECK(total.contracts == 5);
  CHECK(total.value == Money{30050});
  CHECK(total.without_value == 3);
  CHECK(total.with_annual == 1);
  CHECK(total.annual_value == Money{3000});
  CHECK(total.withheld == 1);
  CHECK(total.not_known() == 1);
}

TEST_CASE("a sum stays at the end of its range") {
  constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
  Money sum{greatest - 1};
  add_to(sum, Money{5});
  CHECK(sum == Money{greatest});
  sum = Money{std::numeric_limits<std::int64_t>::min() + 1};
  add_to(sum, Money{-5});
  CHECK(sum == Money{std::numeric_limits<std::int64_t>::min()});
}

TEST_CASE("a share is rounded, and stands between nothing and the whole") {
  CHECK(share_of({1}, {3}) == 33);
  CHECK(share_of({2}, {3}) == 67);
  CHECK(share_of({1}, {200}) == 1);
  CHECK(share_of({1}, {201}) == 0);
  CHECK(share_of({5}, {3}) == 100);
  CHECK(share_of({-5}, {3}) == 0);
  CHECK(share_of({5}, {0}) == 0);
  constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
  CHECK(share_of({greatest / 2}, {greatest}, 300) == 150);
  CHECK(share_of({greatest}, {greatest}, 300) == 300);
}
