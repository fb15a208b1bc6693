#include "diagram/picture.h"

#include <algorithm>

namespace framewright {

namespace {

constexpr int first_baseline = 16;
constexpr int least_height = 38;  // 24 pixels where the picture is 250 wide

std::string number(int value) { return std::to_string(value); }

Array& text_values(const std::vector<PictureText>& texts, Arena& arena) {
  Array& list = arena.array();
  for (const PictureText& text : texts)
    list.add(arena.table().set("x", text.x).set("y", text.y).set("words", arena.keep(text.words)));
  return list;
}

Table& rect_value(const PictureRect& at, Arena& arena) {
  return arena.table().set("x", at.x).set("y", at.y).set("width", at.width).set("height", at.height);
}

bool has_address(const Value& subject) {
  const auto* object = subject.get<const Object*>();
  return object != nullptr && (*object)->member("address").truthy();
}

}  // namespace

PictureBox text_box(std::string_view text, PictureRect at, bool centred, std::size_t most_lines) {
  PictureBox box;
  const std::vector<std::string> lines = wrap_label(text, at.width - 2 * box_padding, most_lines);
  const int words = static_cast<int>(lines.size()) * line_height;
  box.at = at;
  box.at.height = std::max({at.height, least_height, words + 2 * box_padding});
  int y = at.y + (box.at.height - words) / 2 + first_baseline;
  for (const std::string& line : lines) {
    box.lines.push_back({centred ? at.x + at.width / 2 : at.x + box_padding, y, line});
    y += line_height;
  }
  return box;
}

void move_to(PictureBox& box, int x, int y) {
  for (PictureText& line : box.lines) {
    line.x += x - box.at.x;
    line.y += y - box.at.y;
  }
  box.at.x = x;
  box.at.y = y;
}

std::string arrowhead(int x, int y, Heading heading) {
  std::string tip = "M" + number(x) + " " + number(y);
  switch (heading) {
    case Heading::up: return tip + "l-6 10h12z";
    case Heading::down: return tip + "l-6-10h12z";
    case Heading::left: return tip + "l10-6v12z";
    case Heading::right: return tip + "l-10-6v12z";
  }
  return tip;
}

std::string dot(int x, int y) { return "M" + number(x - 6) + " " + number(y) + "a6 6 0 1 1 12 0a6 6 0 1 1-12 0z"; }

std::string straight(int from_x, int from_y, int to_x, int to_y) {
  return "M" + number(from_x) + " " + number(from_y) + "L" + number(to_x) + " " + number(to_y);
}

Value picture_value(const Picture& picture, const std::vector<Value>& subjects, Arena& arena) {
  if (picture.empty()) return Empty{};
  Array& boxes = arena.array();
  Array& bars = arena.array();
  bool linked = false;
  for (const PictureBox& box : picture.boxes) {
    const Value subject = box.subject < subjects.size() ? subjects[box.subject] : Value(Empty{});
    linked = linked || has_address(subject);
    boxes.add(rect_value(box.at, arena)
                  .set("outlined", box.outlined)
                  .set("chosen", box.chosen)
                  .set("subject", has_address(subject) ? subject : Value(Empty{}))
                  .set("lines", text_values(box.lines, arena)));
  }
  for (const PictureRect& bar : picture.bars) bars.add(rect_value(bar, arena));
  return arena.table()
      .set("height", picture.height)
      .set("centred_boxes", picture.centred_boxes)
      .set("centred_labels", picture.centred_labels)
      .set("linked", linked)
      .set("boxes", boxes)
      .set("labels", text_values(picture.labels, arena))
      .set("bars", bars)
      .set("lines", arena.keep(picture.lines))
      .set("grid", arena.keep(picture.grid))
      .set("marks", arena.keep(picture.marks));
}

}  // namespace framewright
