#include "diagram/tree.h"

#include <algorithm>

namespace framewright {

namespace {

constexpr std::size_t most_lines = 3;
constexpr int step_in = 26, stem = 12, between = 10, edge = 2;

}  // namespace

Picture tree_picture(std::span<const TreeEntry> entries) {
  Picture picture;
  if (entries.size() > most_branches) return picture;
  int y = edge;
  std::vector<std::pair<std::size_t, PictureRect>> above;  // the way down to the last box, with its depths
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::size_t depth = std::min(entries[i].depth, deepest_branch);
    const int x = edge + static_cast<int>(depth) * step_in;
    PictureBox box = text_box(entries[i].name, {x, y, picture_width - edge - x, 0}, false, most_lines);
    box.subject = i;
    while (!above.empty() && above.back().first >= depth) above.pop_back();
    if (!above.empty()) {
      const PictureRect& parent = above.back().second;
      const int from = parent.x + stem, middle = y + box.at.height / 2;
      picture.lines += straight(from, parent.y + parent.height, from, middle) + "H" + std::to_string(x);
    }
    above.emplace_back(depth, box.at);
    y += box.at.height + between;
    picture.boxes.push_back(std::move(box));
  }
  if (!entries.empty()) picture.height = y - between + edge;
  return picture;
}

}  // namespace framewright
