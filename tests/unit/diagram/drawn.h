#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "diagram/picture.h"

namespace framewright {

inline bool overlap(const PictureRect& a, const PictureRect& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

inline bool within(const PictureRect& inner, const PictureRect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

// The room that a line of text takes: 13 units above its baseline and 4 below.
inline PictureRect room_of(const PictureText& text, bool centred) {
  const int width = text_width(text.words);
  return {centred ? text.x - width / 2 : text.x, text.y - 13, width, 17};
}

// What is wrong with a picture: boxes or labels that overlap, words outside their box, anything outside the picture,
// boxes that are too low for a finger. "" for nothing.
inline std::string faults(const Picture& picture) {
  std::string found;
  const PictureRect all{0, 0, picture_width, picture.height};
  std::vector<PictureRect> rooms;
  for (const PictureBox& box : picture.boxes) {
    for (const PictureText& line : box.lines)
      if (!within(room_of(line, picture.centred_boxes), box.at)) found += "\"" + line.words + "\" leaves its box; ";
    if (box.at.height < 34) found += "box " + std::to_string(box.subject) + " is too low; ";
    rooms.push_back(box.at);
  }
  for (const PictureText& label : picture.labels) rooms.push_back(room_of(label, picture.centred_labels));
  for (std::size_t i = 0; i < rooms.size(); ++i) {
    if (!within(rooms[i], all)) found += std::to_string(i) + " leaves the picture; ";
    for (std::size_t k = i + 1; k < rooms.size(); ++k)
      if (overlap(rooms[i], rooms[k])) found += std::to_string(i) + " and " + std::to_string(k) + " overlap; ";
  }
  return found;
}

// The words of a box with a bar between its lines.
inline std::string words_of(const PictureBox& box) {
  std::string words;
  for (const PictureText& line : box.lines) words += (words.empty() ? "" : "|") + line.words;
  return words;
}

inline std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

inline const std::string long_name =
    "Reviewing, recommissioning and decommissioning of Donaudampfschifffahrtsgesellschaften and of everything else "
    "that "
    "has a name which nobody would call short";

}  // namespace framewright
