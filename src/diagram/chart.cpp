#include "diagram/chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::size_t most_bars = 12;
constexpr int widest_bar = 300, beside_bar = 8;

struct Unit {
  std::int64_t size;
  std::string_view name;
};
constexpr std::array<Unit, 3> units{{{1000000000, "bn"}, {1000000, "m"}, {1000, "k"}}};

// A positive amount by the units that it may be told in.
std::string short_amount(std::int64_t amount, std::span<const Unit> by) {
  for (const auto& [size, name] : by) {
    if (amount < size) continue;
    const auto rounded = [&](std::int64_t part) { return amount / part + (amount % part >= part / 2 ? 1 : 0); };
    const std::int64_t tenths = rounded(size / 10);
    if (tenths >= 1000 || tenths % 10 == 0) return with_thousands(rounded(size)) + std::string(name);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + std::string(name);
  }
  return with_thousands(amount);
}

std::int64_t without_sign(std::int64_t amount) {
  return amount >= 0 ? amount : -std::max(amount, -std::numeric_limits<std::int64_t>::max());
}

std::optional<std::int64_t> amount_of(const Value& value) {
  if (const auto* money = value.get<Money>()) return money->pence;
  if (const auto* number = value.get<std::int64_t>()) return *number;
  return std::nullopt;
}

std::string short_value(const Value& value) {
  if (const auto* money = value.get<Money>()) return short_money(*money);
  if (const auto* number = value.get<std::int64_t>()) return short_number(*number);
  return "–";
}

// Adds up as far as 64 bits reach, which no register of pounds comes near.
Value sum_of(const Value& a, const Value& b) {
  const std::optional<std::int64_t> first = amount_of(a), second = amount_of(b);
  if (!first || !second) return first ? a : b;
  std::int64_t sum = 0;
  if (__builtin_add_overflow(*first, *second, &sum))
    sum = *second < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
  return a.is<Money>() ? Value(Money{sum}) : Value(sum);
}

// The values between the least and the greatest, nought among them, as parts of a length.
class Scale {
public:
  Scale(std::span<const ChartBar> bars, int length) : length_(length) {
    for (const ChartBar& bar : bars)
      if (const auto amount = amount_of(bar.value)) {
        least_ = std::min(least_, static_cast<double>(*amount));
        greatest_ = std::max(greatest_, static_cast<double>(*amount));
      }
  }
  // From the least value on; nought lies at at(0).
  int at(std::int64_t amount) const {
    const double range = greatest_ - least_;
    return range <= 0 ? 0 : static_cast<int>(std::lround((static_cast<double>(amount) - least_) / range * length_));
  }

private:
  int length_;
  double least_ = 0, greatest_ = 0;
};

void gather_others(std::vector<ChartBar>& bars, std::string_view others_label) {
  if (bars.size() <= most_bars) return;
  ChartBar others{std::string(others_label), Empty{}};
  for (std::size_t i = most_bars - 1; i < bars.size(); ++i) others.value = sum_of(others.value, bars[i].value);
  bars.resize(most_bars - 1);
  bars.push_back(std::move(others));
}

constexpr int plot_top = 28, plot_height = 150, plot_left = 30, plot_right = 370, label_gap = 8;
constexpr int plot_bottom = plot_top + plot_height, chart_height = plot_bottom + 2 * line_height + 4;

// Puts a text around a place, within the picture, if it does not run into the one before it.
void add_label(Picture& picture, int x, int y, const std::string& words, int& taken) {
  const int half = (text_width(words) + 1) / 2;
  if (half > picture_width / 2) return;
  const int middle = std::clamp(x, half, picture_width - half);
  if (middle - half < taken) return;
  picture.labels.push_back({middle, y, words});
  taken = middle + half + label_gap;
}

}  // namespace

std::string short_money(Money money) {
  const std::int64_t pence = without_sign(money.pence);
  const std::int64_t pounds = pence / 100 + (pence % 100 >= 50 ? 1 : 0);
  return (money.pence < 0 && pounds > 0 ? "-£" : "£") + short_amount(pounds, units);
}

std::string short_number(std::int64_t number) {
  return (number < 0 ? "-" : "") + short_amount(without_sign(number), std::span(units).first(2));
}

Array& chart_bars(std::vector<ChartBar> bars, std::string_view others, Arena& arena) {
  gather_others(bars, others);
  const Scale scale(bars, widest_bar);
  const int nought = scale.at(0);
  Array& list = arena.array();
  for (const ChartBar& bar : bars) {
    const int end = scale.at(amount_of(bar.value).value_or(0));
    const std::vector<std::string> label = wrap_label(bar.label, picture_width, 1);
    list.add(arena.table()
                 .set("label", arena.keep(label.empty() ? std::string() : label.front()))
                 .set("value", arena.keep(short_value(bar.value)))
                 .set("x", std::min(nought, end))
                 .set("width", std::abs(end - nought))
                 .set("value_x", std::max(nought, end) + beside_bar));
  }
  return list;
}

Picture line_picture(std::span<const ChartBar> points) {
  Picture picture;
  if (std::none_of(points.begin(), points.end(), [](const ChartBar& each) { return amount_of(each.value); }))
    return picture;
  picture.centred_labels = true;
  picture.height = chart_height;
  const Scale scale(points, plot_height);
  const int axis = plot_bottom - scale.at(0);
  picture.grid = straight(0, axis, picture_width, axis);
  const int steps = std::max(1, static_cast<int>(points.size()) - 1);
  int above = 0, below = 0;
  bool open = false;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const int x = plot_left + static_cast<int>(i) * (plot_right - plot_left) / steps;
    add_label(picture, x, chart_height - 6, points[i].label, below);
    const std::optional<std::int64_t> amount = amount_of(points[i].value);
    if (amount) {
      const int y = plot_bottom - scale.at(*amount);
      picture.lines += (open ? "L" : "M") + std::to_string(x) + " " + std::to_string(y);
      picture.marks += dot(x, y);
      add_label(picture, x, y - 11, short_value(points[i].value), above);
    }
    open = amount.has_value();
  }
  return picture;
}

}  // namespace framewright
