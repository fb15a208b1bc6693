#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace framewright {

// Columns of a help text and of everything that is laid out like one.
inline constexpr std::size_t page_width = 80;

// The words of `text` in lines of at most `width` code points, each indented and ended; a longer word stands alone.
// `column` is where the first line already is.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t column = 0, std::size_t width = page_width);

struct TableLayout {
  std::size_t indent = 0;
  bool wrap = false;  // the last column, at page_width; else a row is one line, whatever its length
};

// Rows as lines, their cells padded to one width a column and parted by two spaces. Widths are of code points.
std::string aligned(const std::vector<std::vector<std::string>>& rows, TableLayout layout = {});

// Every line of `text`, indented; an empty line stays empty.
std::string indented(std::string_view text, std::size_t indent);

}  // namespace framewright
