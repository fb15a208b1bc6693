#include "diagram/chart.h"

#include <doctest/doctest.h>

#include "unit/diagram/drawn.h"

using namespace framewright;

namespace {

Value pounds_of(std::int64_t pence) { return Money{pence}; }

// "label value x+width" of each bar.
std::string bars(std::vector<ChartBar> chart) {
  Arena arena;
  std::string shown;
  const Array& list = chart_bars(std::move(chart), "Others", arena);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Value bar = list.at(i);
    const Object& table = **bar.get<const Object*>();
    const auto text = [&](std::string_view name) { return std::string(*table.member(name).get<std::string_view>()); };
    const auto number = [&](std::string_view name) { return std::to_string(*table.member(name).get<std::int64_t>()); };
    shown +=
        (shown.empty() ? "" : "; ") + text("label") + " " + text("value") + " " + number("x") + "+" + number("width");
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
  CHECK(short_money({-123400}) == "-£1.2k");
  CHECK(short_money({-40}) == "£0");
}

TEST_CASE("a number is cut to a few characters from a million on") {
  CHECK(short_number(0) == "0");
  CHECK(short_number(999999) == "999,999");
  CHECK(short_number(1250000) == "1.3m");
  CHECK(short_number(-7) == "-7");
  CHECK(short_number(std::numeric_limits<std::int64_t>::min()) == "-9,223,372,037bn");
}

TEST_CASE("bars are as wide as their parts of the greatest") {
  CHECK(bars({{"A", pounds_of(30000)}, {"B", pounds_of(10000)}, {"C", pounds_of(0)}}) ==
        "A £300 0+300; B £100 0+100; C £0 0+0");
  CHECK(bars({{"A", 3}, {"B", 1}}) == "A 3 0+300; B 1 0+100");
  CHECK(bars({}).empty());
}

TEST_CASE("bars below nought lead to the left of where all begin") {
  CHECK(bars({{"A", 20}, {"B", -10}}) == "A 20 100+200; B -10 0+100");
  CHECK(bars({{"A", -5}, {"B", -10}}) == "A -5 150+150; B -10 0+300");
  CHECK(bars({{"A", std::numeric_limits<std::int64_t>::max()}, {"B", std::numeric_limits<std::int64_t>::min()}}) ==
        "A 9,223,372,037bn 150+150; B -9,223,372,037bn 0+150");
}

TEST_CASE("a bar without a value is none, and says so") {
  CHECK(bars({{"A", 3}, {"B", Empty{}}}) == "A 3 0+300; B – 0+0");
  CHECK(bars({{"A", Empty{}}}) == "A – 0+0");
}

TEST_CASE("a chart has at most twelve bars, the last of them for all others") {
  std::vector<ChartBar> thirteen;
  for (int i = 0; i < 12; ++i) thirteen.push_back({std::string(1, static_cast<char>('a' + i)), pounds_of(100)});
  CHECK(bars(thirteen).ends_with("k £1 0+300; l £1 0+300"));
  thirteen.push_back({"m", pounds_of(100)});
  CHECK(bars(thirteen).ends_with("k £1 0+150; Others £2 0+300"));
}

TEST_CASE("a label that would leave the picture is cut, however wide its letters are") {
  CHECK(bars({{std::string(60, 'w'), pounds_of(100)}}) == std::string(29, 'w') + "… £1 0+300");
  CHECK(bars({{std::string(60, 'i'), pounds_of(100)}}) == std::string(60, 'i') + " £1 0+300");
}

TEST_CASE("a line has a dot for each value, and is broken where there is none") {
  const Picture picture =
      line_picture(std::vector<ChartBar>{{"2021", 5}, {"2022", 7}, {"2023", Empty{}}, {"2024", -2}});
  CHECK(faults(picture) == "");
  CHECK(count_of(picture.marks, "M") == 3);
  CHECK(count_of(picture.lines, "M") == 2);
  CHECK(count_of(picture.lines, "L") == 1);
}

TEST_CASE("the labels of a line with many points do not run into one another") {
  std::vector<ChartBar> points;
  for (int year = 1990; year < 2030; ++year) points.push_back({std::to_string(year), year * 1000});
  points.push_back({long_name, 3});
  const Picture picture = line_picture(points);
  CHECK(faults(picture) == "");
  CHECK(picture.labels.front().words == "1990");
}

TEST_CASE("a line of one value is a dot, and one of none is no picture") {
  CHECK(faults(line_picture(std::vector<ChartBar>{{"2024", 0}})) == "");
  CHECK(line_picture({}).empty());
  CHECK(line_picture(std::vector<ChartBar>{{"2024", Empty{}}}).empty());
}
