#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/money.h"
#include "diagram/picture.h"
#include "template/value.h"

namespace framewright {

// One bar, or one point of a line: money or a whole number, or nothing where the value is not known. The values of one
// chart are of one kind.
struct ChartBar {
  std::string label;
  Value value;
};

// An amount in few characters, rounded: "£950", "£12k", "£1.2m", "-£3.4bn".
std::string short_money(Money money);
// A whole number in few characters: "1,234", "1.2m".
std::string short_number(std::int64_t number);

// The bars of a chart for partials/chart.html: `label` (cut to fit), `value` (short; "–" for none), `x` and `width` (of
// at most 300 units together), `value_x`. All begin at nought: those below it lead to the left. Of more than 12 bars
// the 11 first stand, and the rest as one, by the name of `others`.
Array& chart_bars(std::vector<ChartBar> bars, std::string_view others, Arena& arena);

// The values as points of a line from left to right, each with its number above and its label under it as far as there
// is room; the line is broken where a value is not known. No subjects. Nothing to draw without any value.
Picture line_picture(std::span<const ChartBar> points);

}  // namespace framewright
