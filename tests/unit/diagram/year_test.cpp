#include "diagram/year.h"

#include <doctest/doctest.h>

#include "unit/diagram/drawn.h"

using namespace framewright;

namespace {

const std::vector<std::string> names{"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

std::string runs(const std::vector<int>& months) {
  std::string shown;
  for (const auto& [first, last] : runs_of_months(months))
    shown += std::to_string(first) + "-" + std::to_string(last) + " ";
  return shown;
}

}  // namespace

TEST_CASE("months that follow one another are one run, in whatever order they are written") {
  CHECK(runs({4, 5, 6}) == "4-6 ");
  CHECK(runs({6, 4, 5, 5}) == "4-6 ");
  CHECK(runs({1, 3, 12}) == "1-1 3-3 12-12 ");
  CHECK(runs({11, 12, 1, 2}) == "1-2 11-12 ");
  CHECK(runs({0, 13, -1}) == "");
}

TEST_CASE("a stage from November to February has a bar at each end of the year, the last one with an arrow on") {
  const Picture picture = year_picture(std::vector<YearRow>{{"Review", {11, 12, 1, 2}}}, names);
  CHECK(picture.bars.size() == 2);
  CHECK(picture.bars[0].x < picture.bars[1].x);
  CHECK(count_of(picture.marks, "M") == 1);
  CHECK(count_of(year_picture(std::vector<YearRow>{{"Review", {1, 12}}, {"Plan", {12}}}, names).marks, "M") == 1);
  CHECK(year_picture(std::vector<YearRow>{{"All", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}}}, names).marks.empty());
}

TEST_CASE("a year has a letter for each month, and its rows and bars do not overlap") {
  const Picture picture =
      year_picture(std::vector<YearRow>{{"Plan", {1}}, {long_name, {12}}, {"None", {}}, {"Do", {2, 3}}}, names);
  CHECK(faults(picture) == "");
  CHECK(picture.labels.size() == 12);
  CHECK(picture.bars.size() == 3);
  for (const PictureRect& bar : picture.bars) {
    CHECK(within(bar, {0, 0, picture_width, picture.height}));
    for (const PictureBox& box : picture.boxes) CHECK(!overlap(bar, box.at));
  }
}

TEST_CASE("no rows, very many, or names of other than twelve months are no picture") {
  CHECK(year_picture({}, names).empty());
  CHECK(year_picture(std::vector<YearRow>(most_year_rows + 1, {"Plan", {1}}), names).empty());
  CHECK(year_picture(std::vector<YearRow>{{"Plan", {1}}}, {}).empty());
}
