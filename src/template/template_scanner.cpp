#include "template/template_scanner.h"

#include "base/text.h"

namespace framewright {

namespace {

bool opens_tag(std::string_view text, std::size_t at) {
  return text[at] == '{' && at + 1 < text.size() && (text[at + 1] == '{' || text[at + 1] == '%' || text[at + 1] == '#');
}

}  // namespace

Piece TemplateScanner::fail(std::size_t begin, std::size_t end, std::string message, std::string label) {
  source_.error(begin, end, std::move(message)).label = std::move(label);
  failed_ = true;
  at_ = text_.size();
  return {};
}

Piece TemplateScanner::next() {
  while (at_ < text_.size()) {
    const std::size_t begin = at_;
    std::size_t open = text_.find('{', at_);
    while (open != std::string_view::npos && !opens_tag(text_, open)) open = text_.find('{', open + 1);
    if (open == std::string_view::npos) open = text_.size();
    if (open > begin) {
      at_ = open;
      std::size_t end = open;
      if (text_.substr(open + 2 > text_.size() ? open : open + 2).starts_with('-'))
        while (end > begin && is_space(text_[end - 1])) --end;
      if (end > begin) return {PieceKind::text, begin, end, begin, end};
      continue;
    }
    if (text_[open + 1] == '{') return tag(PieceKind::print, "}}");
    if (text_[open + 1] == '#') {
      if (!comment()) return {};
      continue;
    }
    const Piece piece = tag(PieceKind::tag, "%}");
    if (piece.kind != PieceKind::tag ||
        trim(text_.substr(piece.inner_begin, piece.inner_end - piece.inner_begin)) != "raw")
      return piece;
    const Piece text = raw(piece);
    if (failed_ || text.end > text.begin) return text;
  }
  return {PieceKind::end, text_.size(), text_.size(), text_.size(), text_.size()};
}

void TemplateScanner::after_tag(std::size_t end) {
  at_ = end;
  if (text_[end - 3] != '-') return;
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
}

bool TemplateScanner::comment() {
  const std::size_t end = text_.find("#}", at_ + 2);
  if (end == std::string_view::npos) {
    fail(at_, at_ + 2, "this comment is never closed", "add `#}` after it");
    return false;
  }
  after_tag(end + 2);
  return true;
}

// A tag ends at its closing bracket outside quotation marks; a quoted text does not run over the end of a line.
std::size_t TemplateScanner::find_close(std::size_t from, std::string_view close) const {
  for (std::size_t at = from; at < text_.size(); ++at) {
    const char c = text_[at];
    if (c == '"' || c == '\'') {
      for (++at; at < text_.size() && text_[at] != c && text_[at] != '\n'; ++at)
        if (text_[at] == '\\') ++at;
    } else if (text_.substr(at, 2) == close) {
      return at;
    } else if (opens_tag(text_, at)) {
      break;
    }
  }
  return std::string_view::npos;
}

Piece TemplateScanner::tag(PieceKind kind, std::string_view close) {
  const std::size_t begin = at_;
  std::size_t inner = begin + 2;
  if (inner < text_.size() && text_[inner] == '-') ++inner;
  std::size_t end = find_close(inner, close);
  if (end == std::string_view::npos) {
    const std::size_t line_end = std::min(text_.find('\n', inner), text_.size());
    const std::size_t plain = text_.substr(0, line_end).find(close, inner);
    if (plain == std::string_view::npos)
      return fail(begin, begin + 2, "this `" + std::string(text_.substr(begin, 2)) + "` is never closed",
                  "add `" + std::string(close) + "` after it");
    end = plain;  // the quotation marks are at fault: let them be reported
  }
  after_tag(end + 2);
  const std::size_t inner_end = end > inner && text_[end - 1] == '-' ? end - 1 : end;
  return {kind, begin, end + 2, inner, inner_end};
}

Piece TemplateScanner::raw(const Piece& opening) {
  const std::size_t begin = at_;
  for (std::size_t open = text_.find("{%", begin); open != std::string_view::npos; open = text_.find("{%", open + 2)) {
    const std::size_t close = text_.find("%}", open + 2);
    if (close == std::string_view::npos) break;
    std::string_view inner = text_.substr(open + 2, close - open - 2);
    const bool trims = inner.starts_with('-');
    if (trims) inner.remove_prefix(1);
    if (inner.ends_with('-')) inner.remove_suffix(1);
    if (trim(inner) != "endraw") continue;
    after_tag(close + 2);
    std::size_t end = open;
    while (trims && end > begin && is_space(text_[end - 1])) --end;
    return {PieceKind::text, begin, end, begin, end};
  }
  return fail(opening.begin, opening.end, "this `raw` is never closed", "add {% endraw %} after it");
}

}  // namespace framewright
