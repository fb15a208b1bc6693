#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagram/label.h"
#include "template/value.h"

namespace framewright {

// A line of text; y is its baseline.
struct PictureText {
  int x = 0, y = 0;
  std::string words;
};

struct PictureRect {
  int x = 0, y = 0, width = 0, height = 0;
};

// A place that stands for something, such as a stage: its outline, unless it has none, and its words.
struct PictureBox {
  PictureRect at;
  std::vector<PictureText> lines;
  std::size_t subject = 0;  // the number of what it stands for, as the picture was asked for it
  bool outlined = true;
  bool chosen = false;  // drawn so that it stands out
};

// A drawing of boxes, words, bars and lines on 400 units of width, from the top to `height`. All of it lies within.
struct Picture {
  int height = 0;                                      // 0: there is nothing to draw
  bool centred_boxes = false, centred_labels = false;  // their words stand around their x, else from it
  std::vector<PictureBox> boxes;
  std::vector<PictureText> labels;  // words in no box
  std::vector<PictureRect> bars;    // filled
  std::string lines;                // path data of lines
  std::string grid;                 // path data of thin lines behind all else
  std::string marks;                // path data of what is filled: arrowheads and dots

  bool empty() const { return height == 0; }
};

inline constexpr int box_padding = 6;
// A box for a text, as high as its lines need and at least as high as a finger needs: `width` units wide, its words
// centred or at its left.
PictureBox text_box(std::string_view text, PictureRect at, bool centred, std::size_t most_lines);
// Moves a box and its words.
void move_to(PictureBox& box, int x, int y);

enum class Heading { up, down, left, right };
// Path data of an arrowhead whose tip is at a place.
std::string arrowhead(int x, int y, Heading heading);
std::string dot(int x, int y);
// "M" and "L" commands through places.
std::string straight(int from_x, int from_y, int to_x, int to_y);

// For partials/picture.html: `height`, `centred_boxes`, `centred_labels`, `linked` (whether any subject has an
// address), `boxes` (`x`, `y`, `width`, `height`, `outlined`, `chosen`, `subject`, `lines`), `labels`, `bars`, `lines`,
// `grid` and `marks`. Empty for a picture of nothing. `subjects` are what boxes stand for, in the order of their
// numbers; borrowed.
Value picture_value(const Picture& picture, const std::vector<Value>& subjects, Arena& arena);

}  // namespace framewright
