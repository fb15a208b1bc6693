#include "diagram/timeline.h"

#include <algorithm>
#include <cmath>

namespace framewright {

namespace {

constexpr std::size_t most_lines = 3;
constexpr int rail = 10, indent = 22, edge = 2, least_between = 8;
constexpr double stretch = 30;  // units a moment, shared out among the gaps by their days

double span_of(std::span<const Moment> moments) {
  std::optional<long long> first, last;
  for (const Moment& moment : moments) {
    if (!moment.day) continue;
    if (!first) first = moment.day;
    last = moment.day;
  }
  return first ? static_cast<double>(*last - *first) : 0;
}

}  // namespace

Picture timeline_picture(std::span<const Moment> moments) {
  Picture picture;
  if (moments.empty() || moments.size() > most_moments) return picture;
  const double days = span_of(moments), all = stretch * static_cast<double>(moments.size());
  int y = edge, last_dot = 0;
  for (std::size_t i = 0; i < moments.size(); ++i) {
    if (i > 0 && days > 0 && moments[i].day && moments[i - 1].day)
      y += static_cast<int>(
          std::lround(all * std::max(0.0, static_cast<double>(*moments[i].day - *moments[i - 1].day)) / days));
    const int middle = y + line_height / 2;
    if (last_dot > 0) picture.lines += straight(rail, last_dot, rail, middle);
    last_dot = middle;
    picture.marks += dot(rail, middle);
    for (const std::string& line : wrap_label(moments[i].date, picture_width - indent - box_padding, 1))
      picture.labels.push_back({indent + box_padding, middle + 6, line});
    y += line_height;
    PictureBox box = text_box(moments[i].name, {indent, y, picture_width - indent - edge, 0}, false, most_lines);
    box.subject = i;
    box.outlined = false;
    y += box.at.height + least_between;
    picture.boxes.push_back(std::move(box));
  }
  picture.height = y - least_between;
  return picture;
}

}  // namespace framewright
