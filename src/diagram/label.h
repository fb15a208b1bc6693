#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace framewright {

// Widths and heights of a picture are in units of its view box, which is 400 wide; its text is 16 units high.
inline constexpr int picture_width = 400;
inline constexpr int line_height = 21;

// How wide a line of text is drawn at most, in units. The advances are those of DejaVu Sans, as wide as the faces that
// systems use for their own words go; what has none there is as wide as a wide letter. Valid UTF-8.
int text_width(std::string_view line);

// The words of a text in lines of at most so many units. A word that is wider is parted between its characters. What
// would need more lines is left out, and "…" says so. No line for a text without words.
std::vector<std::string> wrap_label(std::string_view text, int width, std::size_t most_lines);

}  // namespace framewright
