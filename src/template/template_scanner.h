#pragma once

#include <cstdint>
#include <string_view>

#include "template/token.h"

namespace framewright {

enum class PieceKind : std::uint8_t { text, print, tag, end };

// A stretch of a template: text to be written, or what stands between {{ }} or {% %}. All are bytes of the text.
struct Piece {
  PieceKind kind = PieceKind::end;
  std::size_t begin = 0;  // the text; the whole tag with its brackets
  std::size_t end = 0;
  std::size_t inner_begin = 0;  // between the brackets
  std::size_t inner_end = 0;
};

// Cuts a template into pieces: leaves comments out, trims white space where a tag says so, gives raw blocks as text.
class TemplateScanner {
public:
  explicit TemplateScanner(const ExpressionText& source) : source_(source), text_(source.text) {}
  // The next piece; `end` at the end and after an error.
  Piece next();
  bool failed() const { return failed_; }

private:
  Piece tag(PieceKind kind, std::string_view close);
  bool comment();
  Piece raw(const Piece& opening);
  std::size_t find_close(std::size_t from, std::string_view close) const;
  Piece fail(std::size_t begin, std::size_t end, std::string message, std::string label);
  void after_tag(std::size_t end);

  const ExpressionText& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace framewright
