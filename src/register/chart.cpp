#include "register/chart.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "port/unicode.h"
#include "register/register.h"

namespace framewright {

namespace {

constexpr std::size_t most_bars = 12;
constexpr std::size_t longest_label = 42;  // characters of 16 units in a view of 400
constexpr int widest_bar = 300;

std::string cut_label(const std::string& label) {
  if (count_code_points(label) <= longest_label) return label;
  std::size_t end = 0;
  for (std::size_t i = 0; i + 1 < longest_label; ++i) decode_code_point(label, end);
  return std::string(trim(label.substr(0, end))) + "…";
}

}  // namespace

std::string short_money(Money money) {
  struct Unit {
    std::int64_t pounds;
    std::string_view name;
  };
  static constexpr std::array<Unit, 3> units{{{1000000000, "bn"}, {1000000, "m"}, {1000, "k"}}};
  const std::int64_t pounds = money.pence / 100 + (money.pence % 100 >= 50 ? 1 : 0);
  for (const auto& [size, name] : units) {
    if (pounds < size) continue;
    const auto rounded = [&](std::int64_t part) { return pounds / part + (pounds % part >= part / 2 ? 1 : 0); };
    const std::int64_t tenths = rounded(size / 10);
    if (tenths >= 1000 || tenths % 10 == 0) return "£" + with_thousands(rounded(size)) + std::string(name);
    return "£" + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + std::string(name);
  }
  return format_money({pounds * 100});
}

Array& chart_bars(std::vector<ChartBar> bars, const Words& words, Arena& arena) {
  if (bars.size() > most_bars) {
    ChartBar others{words.text("chart.others"), {}};
    for (std::size_t i = most_bars - 1; i < bars.size(); ++i) add_to(others.value, bars[i].value);
    bars.resize(most_bars - 1);
    bars.push_back(std::move(others));
  }
  Money greatest;
  for (const ChartBar& bar : bars) greatest = std::max(greatest, bar.value);
  Array& list = arena.array();
  for (const ChartBar& bar : bars)
    list.add(arena.table()
                 .set("label", arena.keep(cut_label(bar.label)))
                 .set("value", arena.keep(short_money(bar.value)))
                 .set("width", share_of(bar.value, greatest, widest_bar)));
  return list;
}

}  // namespace framewright
