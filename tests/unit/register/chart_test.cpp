#include "register/chart.h"

#include <doctest/doctest.h>

#include "unit/register/register_site.h"

using namespace framewright;

namespace {

std::string bars(std::vector<ChartBar> chart) {
  Arena arena;
  std::string shown;
  const Array& list = chart_bars(std::move(chart), arena);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Value bar = list.at(i);
    const Object& table = **bar.get<const Object*>();
    shown += (shown.empty() ? "" : "; ") + text_of(table.member("label")) + " " + text_of(table.member("value")) + " " +
             std::to_string(*table.member("width").get<std::int64_t>());
  }
  return shown;
}

}  // namespace

TEST_CASE("an amount is cut to a few characters, and rounded") {
  CHECK(short_money({0}) == "£0");
  CHECK(short_money({99949}) == "£999");
  CHECK(short_money({99950}) == "£1k");
  CHECK(short_money({123400}) == "£1.2k");
  CHECK(short_money({99900000}) == "£999k");
  CHECK(short_money({123456789}) == "£1.2m");
  CHECK(short_money({12345678900}) == "£123m");
  CHECK(short_money({250000000000}) == "£2.5bn");
  CHECK(short_money({13570000000000}) == "£136bn");
  CHECK(short_money({9995000}) == "£100k");
}

TEST_CASE("bars are as wide as their parts of the greatest") {
  CHECK(bars({{"A", {30000}}, {"B", {10000}}, {"C", {0}}}) == "A £300 300; B £100 100; C £0 0");
  CHECK(bars({}).empty());
}

TEST_CASE("a chart has at most twelve bars, the last of them for all others") {
  std::vector<ChartBar> thirteen;
  for (int i = 0; i < 12; ++i) thirteen.push_back({std::string(1, static_cast<char>('a' + i)), {100}});
  CHECK(bars(thirteen).ends_with("k £1 300; l £1 300"));
  thirteen.push_back({"m", {100}});
  CHECK(bars(thirteen).ends_with("k £1 150; Others £2 300"));
}

TEST_CASE("a label that would leave the picture is cut between its characters") {
  const std::string long_label(60, 'w');
  CHECK(bars({{long_label, {100}}}) == std::string(41, 'w') + "… £1 300");
  CHECK(bars({{std::string(42, 'w'), {100}}}) == std::string(42, 'w') + " £1 300");
}
