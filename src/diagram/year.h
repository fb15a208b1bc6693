#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "diagram/picture.h"

namespace framewright {

inline constexpr std::size_t most_year_rows = 24;

struct YearRow {
  std::string name;
  std::vector<int> months;  // 1 is January; any order, others left out
};

// The runs of months that follow one another, from January on: first and last of each. November to February is two.
std::vector<std::pair<int, int>> runs_of_months(std::span<const int> months);

// A row for each name with a bar over each run of its months, and the first letters of the twelve month names above. A
// bar that ends with December and goes on in January ends in an arrow. The subjects are the rows. Nothing to draw for
// more than `most_year_rows`, or without twelve names.
Picture year_picture(std::span<const YearRow> rows, std::span<const std::string> month_names);

}  // namespace framewright
