#include "cli/text_layout.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

namespace {

// A narrow last column is harder to read than a long line.
constexpr std::size_t least_wrapped = 30;

std::vector<std::size_t> widths_of(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const std::vector<std::string>& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], count_code_points(row[i]));
  }
  return widths;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent, std::size_t column, std::size_t width) {
  std::string out(column == 0 ? indent : 0, ' ');
  column = std::max(column, indent);
  bool first = true;
  while (!text.empty()) {
    const std::string_view word = next_field(text, ' ');
    if (word.empty()) continue;
    const std::size_t size = count_code_points(word);
    if (!first && column + 1 + size > width) {
      out.append("\n").append(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    first = false;
  }
  return out + "\n";
}

std::string aligned(const std::vector<std::vector<std::string>>& rows, TableLayout layout) {
  const std::vector<std::size_t> widths = widths_of(rows);
  std::string out;
  for (const std::vector<std::string>& row : rows) {
    std::size_t last = row.size();
    while (last > 0 && row[last - 1].empty()) --last;
    if (last > 0) out.append(layout.indent, ' ');
    std::size_t column = layout.indent;
    for (std::size_t i = 0; i + 1 < last; ++i) {
      out.append(row[i]).append(widths[i] - count_code_points(row[i]) + 2, ' ');
      column += widths[i] + 2;
    }
    if (last == 0)
      out += '\n';
    else if (layout.wrap && last == widths.size() && column > 0 && column + least_wrapped <= page_width)
      out += wrapped(row[last - 1], column, column);
    else
      out.append(row[last - 1]).append("\n");
  }
  return out;
}

std::string indented(std::string_view text, std::size_t indent) {
  std::string out;
  while (!text.empty()) {
    const std::string_view line = next_field(text, '\n');
    if (!line.empty()) out.append(indent, ' ').append(line);
    out += '\n';
  }
  return out;
}

}  // namespace framewright
