#include "diagram/year.h"

#include <array>

#include "port/unicode.h"

namespace framewright {

namespace {

constexpr std::size_t most_lines = 2;
constexpr int months_of_year = 12, month_width = 33, left = 2, bar_height = 14, between = 10, bar_inset = 2;
constexpr int right = left + months_of_year * month_width, arrow = 10;

std::array<bool, months_of_year + 1> month_set(std::span<const int> months) {
  std::array<bool, months_of_year + 1> set{};
  for (const int month : months)
    if (month >= 1 && month <= months_of_year) set.at(static_cast<std::size_t>(month)) = true;
  return set;
}

std::string first_letter(const std::string& name) {
  std::size_t end = 0;
  if (!name.empty()) decode_code_point(name, end);
  return name.substr(0, end);
}

void draw_months(Picture& picture, std::span<const int> months, int y) {
  const std::vector<std::pair<int, int>> runs = runs_of_months(months);
  const bool wraps = runs.size() > 1 && runs.front().first == 1 && runs.back().second == months_of_year;
  for (const auto& [first, last] : runs) {
    const bool goes_on = wraps && last == months_of_year, came_over = wraps && first == 1;
    const int from = came_over ? left : left + (first - 1) * month_width + bar_inset;
    const int to = goes_on ? right - arrow : left + last * month_width - bar_inset;
    picture.bars.push_back({from, y, to - from, bar_height});
    if (goes_on) picture.marks += arrowhead(right, y + bar_height / 2, Heading::right);
  }
}

}  // namespace

std::vector<std::pair<int, int>> runs_of_months(std::span<const int> months) {
  const auto set = month_set(months);
  std::vector<std::pair<int, int>> runs;
  for (int month = 1; month <= months_of_year; ++month) {
    if (!set.at(static_cast<std::size_t>(month))) continue;
    if (runs.empty() || runs.back().second != month - 1) runs.emplace_back(month, month);
    runs.back().second = month;
  }
  return runs;
}

Picture year_picture(std::span<const YearRow> rows, std::span<const std::string> month_names) {
  Picture picture;
  if (rows.empty() || rows.size() > most_year_rows || month_names.size() != months_of_year) return picture;
  picture.centred_labels = true;
  for (int month = 0; month < months_of_year; ++month)
    picture.labels.push_back({left + month * month_width + month_width / 2, line_height - 5,
                              first_letter(month_names[static_cast<std::size_t>(month)])});
  int y = line_height + 2;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    PictureBox box = text_box(rows[i].name, {0, y, picture_width, 0}, false, most_lines);
    box.subject = i;
    box.outlined = false;
    y += box.at.height;
    draw_months(picture, rows[i].months, y);
    y += bar_height + between;
    picture.boxes.push_back(std::move(box));
  }
  picture.height = y;
  for (int month = 0; month <= months_of_year; ++month)
    picture.grid += straight(left + month * month_width, line_height, left + month * month_width, y - between / 2);
  return picture;
}

}  // namespace framewright
