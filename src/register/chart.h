#pragma once

#include <string>
#include <vector>

#include "base/money.h"
#include "model/words.h"
#include "template/value.h"

namespace framewright {

// One bar of a chart.
struct ChartBar {
  std::string label;
  Money value;
};

// An amount in few characters, rounded: "£950", "£12k", "£1.2m", "£3.4bn".
std::string short_money(Money money);

// The bars of a chart for partials/chart.html: `label` (cut to fit), `value` (short), `width` (of at most 300 units).
// Of more than 12 bars the 11 first stand, and the rest as one, "Others".
Array& chart_bars(std::vector<ChartBar> bars, const Words& words, Arena& arena);

}  // namespace framewright
