#include "diagram/chain.h"

#include <algorithm>

namespace framewright {

namespace {

constexpr std::size_t most_names = 6, most_lines = 3;
constexpr int rail = 10, indent = 28, between_boxes = 8, between_steps = 18, edge = 2;

}  // namespace

Picture chain_picture(std::span<const ChainStep> steps) {
  Picture picture;
  int y = edge, last_dot = 0;
  std::size_t subject = 0;
  for (const ChainStep& step : steps) {
    const int middle = y + line_height / 2;
    if (last_dot > 0) picture.lines += straight(rail, last_dot, rail, middle);
    last_dot = middle;
    picture.marks += dot(rail, middle);
    for (const std::string& line : wrap_label(step.label, picture_width - indent, 1))
      picture.labels.push_back({indent, middle + 6, line});
    y += line_height + between_boxes;
    for (std::size_t i = 0; i < std::min(step.names.size(), most_names); ++i) {
      PictureBox box = text_box(step.names[i], {indent, y, picture_width - indent - edge, 0}, false, most_lines);
      box.subject = subject + i;
      box.chosen = step.chosen;
      y += box.at.height + between_boxes;
      picture.boxes.push_back(std::move(box));
    }
    subject += step.names.size();
    if (step.names.size() > most_names) {
      picture.labels.push_back(
          {indent, y + line_height / 2 + 4, "+ " + std::to_string(step.names.size() - most_names)});
      y += line_height + between_boxes;
    }
    y += between_steps;
  }
  if (steps.empty()) return picture;
  picture.height = y - between_steps;
  picture.lines += straight(rail, last_dot, rail, picture.height - edge);
  picture.marks += arrowhead(rail, picture.height - edge, Heading::down);
  return picture;
}

}  // namespace framewright
