#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace framewright {

// The lines of a text as cmark counts them, from 1; a line ends at LF, CR LF or CR.
class MarkdownLines {
public:
  explicit MarkdownLines(std::string_view text);
  // Byte offsets of a line's begin and of its end, before LF or CR; a line out of range is the nearest one.
  std::uint32_t begin(int line) const;
  std::uint32_t end(int line) const;
  std::string_view words(int line) const { return text_.substr(begin(line), end(line) - begin(line)); }
  // A byte of a line, from a byte column counted from 1; held within the line.
  std::uint32_t place(int line, int column) const;
  int size() const { return static_cast<int>(starts_.size()); }

private:
  std::size_t index(int line) const;

  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

// Where the bytes of a block's content stand in the text. cmark keeps the content of a paragraph, heading or table cell
// as one string, its lines stripped of the marks of the blocks around it.
class ContentMap {
public:
  // Lines that each are the end of a line of the text, or else a part of it, from `line` on.
  void set_lines(std::string_view content, const MarkdownLines& lines, int line);
  // One piece of a line, from `begin` on.
  void set_piece(std::uint32_t begin);
  // The cell at [begin, end) of `text`, in which `\|` stands for `|`.
  void set_cell(std::string_view text, std::uint32_t begin, std::uint32_t end);

  std::uint32_t begin(std::uint32_t content);
  // The end of a range that ends before a byte of the content.
  std::uint32_t end(std::uint32_t content) { return content == 0 ? begin(0) : begin(content - 1) + 1; }
  // First byte of the content after `content` that does not stand right behind the one before it; or the largest
  // number.
  std::uint32_t next_break(std::uint32_t content);

private:
  struct Step {
    std::uint32_t content;
    std::uint32_t text;
  };
  void seek(std::uint32_t content);
  bool add_unescaped(std::string_view words, std::string_view source, std::uint32_t content, std::uint32_t line);

  std::vector<Step> steps_;
  std::size_t at_ = 0;
};

}  // namespace framewright
