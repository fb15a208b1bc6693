#include "diagram/cycle.h"

#include <algorithm>

namespace framewright {

namespace {

constexpr int box_width = 136, gap = 30, edge = 2, bulge = 44;
constexpr int inner_width = picture_width - 2 * (box_width + edge);
constexpr std::size_t most_lines = 4, most_centre_lines = 7;
constexpr int left = edge + box_width / 2, middle = picture_width / 2, right = picture_width - left;

std::string place(int x, int y) { return std::to_string(x) + " " + std::to_string(y); }

// The boxes stand in rows: one at the top, two in each row below, the last one alone when their number is even.
class Cycle {
public:
  Cycle(std::span<const std::string> stages, std::string_view centre)
      : stages_(stages), pairs_((stages.size() - 1) / 2), even_(stages.size() % 2 == 0) {
    picture_.centred_boxes = true;
    for (std::size_t i = 0; i < stages.size(); ++i) {
      picture_.boxes.push_back(text_box(stages[i], {0, 0, box_width, 0}, true, most_lines));
      picture_.boxes.back().subject = i;
    }
    centre_ = text_box(centre, {-box_padding, 0, inner_width + 2 * box_padding, 0}, true, most_centre_lines);
    centre_.at.x = 0;
    centre_.at.width = inner_width;
    centre_.outlined = false;
    centre_.subject = stages.size();
  }

  Picture draw() {
    place_boxes();
    draw_arrows();
    return std::move(picture_);
  }

private:
  PictureBox& box(std::size_t i) { return picture_.boxes[i]; }
  // The boxes of a pair: on the right going down, and on the left going up.
  PictureBox& right_box(std::size_t pair) { return box(1 + pair); }
  PictureBox& left_box(std::size_t pair) { return box(stages_.size() - 1 - pair); }
  int row_height(std::size_t pair) { return std::max(right_box(pair).at.height, left_box(pair).at.height); }
  static int below(const PictureBox& each) { return each.at.y + each.at.height; }
  static int halfway(const PictureBox& each) { return each.at.y + each.at.height / 2; }

  void place_boxes();
  int row_gap();
  void draw_arrows();
  void down(const PictureBox& from, const PictureBox& to, int x);
  void up(const PictureBox& from, const PictureBox& to, int x);
  void bend(int from_x, int from_y, int by_x, int by_y, int to_x, int to_y, Heading heading);

  std::span<const std::string> stages_;
  std::size_t pairs_;
  bool even_;
  Picture picture_;
  PictureBox centre_;
};

// The gap between rows, wide enough for the words in the middle to stand between the first and the last box.
int Cycle::row_gap() {
  int rows = 0;
  for (std::size_t pair = 0; pair < pairs_; ++pair) rows += row_height(pair);
  const int gaps = std::max(1, static_cast<int>(pairs_) + (even_ ? 1 : 0));
  const int missing = centre_.lines.empty() ? 0 : centre_.at.height + gap - rows - gaps * gap;
  return gap + std::max(0, (missing + gaps - 1) / gaps);
}

void Cycle::place_boxes() {
  const int between = row_gap();
  move_to(box(0), middle - box_width / 2, edge);
  int y = below(box(0)) + between;
  const int inside = below(box(0));
  for (std::size_t pair = 0; pair < pairs_; ++pair) {
    const int height = row_height(pair);
    move_to(right_box(pair), right - box_width / 2, y + (height - right_box(pair).at.height) / 2);
    move_to(left_box(pair), left - box_width / 2, y + (height - left_box(pair).at.height) / 2);
    y += height + between;
  }
  int bottom = y - between;
  int outside = bottom;
  if (even_) {
    move_to(box(stages_.size() / 2), middle - box_width / 2, y);
    bottom = y;
    outside = below(box(stages_.size() / 2));
  } else {
    outside += bulge / 2 + edge;
  }
  picture_.height = outside + edge;
  if (centre_.lines.empty()) return;
  move_to(centre_, middle - centre_.at.width / 2, (inside + bottom - centre_.at.height) / 2);
  picture_.boxes.push_back(centre_);
}

void Cycle::bend(int from_x, int from_y, int by_x, int by_y, int to_x, int to_y, Heading heading) {
  picture_.lines += "M" + place(from_x, from_y) + "Q" + place(by_x, by_y) + " " + place(to_x, to_y);
  picture_.marks += arrowhead(to_x, to_y, heading);
}

void Cycle::down(const PictureBox& from, const PictureBox& to, int x) {
  picture_.lines += straight(x, below(from), x, to.at.y);
  picture_.marks += arrowhead(x, to.at.y, Heading::down);
}

void Cycle::up(const PictureBox& from, const PictureBox& to, int x) {
  picture_.lines += straight(x, from.at.y, x, below(to));
  picture_.marks += arrowhead(x, below(to), Heading::up);
}

void Cycle::draw_arrows() {
  const PictureBox &first = box(0), &last_right = right_box(pairs_ - 1), &last_left = left_box(pairs_ - 1);
  const int half = box_width / 2;
  bend(middle + half, halfway(first), right, halfway(first), right, right_box(0).at.y, Heading::down);
  for (std::size_t pair = 0; pair + 1 < pairs_; ++pair) down(right_box(pair), right_box(pair + 1), right);
  if (even_) {
    const PictureBox& bottom = box(stages_.size() / 2);
    bend(right, below(last_right), right, halfway(bottom), middle + half, halfway(bottom), Heading::left);
    bend(middle - half, halfway(bottom), left, halfway(bottom), left, below(last_left), Heading::up);
  } else {
    const int under = std::max(below(last_right), below(last_left)) + bulge;
    bend(right, below(last_right), middle, under, left, below(last_left), Heading::up);
  }
  for (std::size_t pair = pairs_ - 1; pair > 0; --pair) up(left_box(pair), left_box(pair - 1), left);
  bend(left, left_box(0).at.y, left, halfway(first), middle - half, halfway(first), Heading::right);
}

}  // namespace

Picture cycle_picture(std::span<const std::string> stages, std::string_view centre) {
  if (stages.size() < fewest_stages || stages.size() > most_stages) return {};
  return Cycle(stages, centre).draw();
}

}  // namespace framewright
