#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace framewright {

// Index of a file in SourceFiles.
using FileId = std::uint32_t;
inline constexpr FileId no_file = 0xffffffff;

// A half-open range of bytes [begin, end) of one file. An empty range points at a place between two bytes.
// A Span is all that a value needs to keep to be reported at its file, line and column.
struct Span {
  FileId file = no_file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool known() const { return file != no_file; }
  // The part [from, from + size) of this span, cut off at its end.
  Span part(std::size_t from, std::size_t size) const;
  friend bool operator==(const Span&, const Span&) = default;
};

// The smallest span that covers both; both are of one file.
Span cover(Span first, Span last);

// A text file of the site, path relative to the site's root with `/` between names.
struct SourceFile {
  std::string path;
  std::string text;
};

// Every file that was read, in the order of their paths once loading is over. Spans refer into it; it outlives them.
class SourceFiles {
public:
  FileId add(std::string path, std::string text);
  const SourceFile& operator[](FileId id) const { return files_[id]; }
  SourceFile& operator[](FileId id) { return files_[id]; }
  std::size_t size() const { return files_.size(); }
  std::string_view text(Span span) const;

private:
  std::deque<SourceFile> files_;  // a view into a text stays right when others are added
};

// A place as people count it: lines and columns from 1, columns in Unicode code points.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

// The beginnings of the lines of a text; a line ends at LF, CR LF or the end of the text. The text outlives it.
class LineIndex {
public:
  explicit LineIndex(std::string_view text);
  Position position(std::uint32_t offset) const;
  // Byte offset of a line (from 1) and a byte column (from 1), held within the line.
  std::uint32_t offset(std::uint32_t line, std::uint32_t byte_column) const;
  // The line without its end.
  std::string_view line(std::uint32_t line) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(starts_.size()); }

private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace framewright
