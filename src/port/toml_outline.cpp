#include "port/toml_outline.h"

#include "base/text.h"
#include "port/unicode.h"

namespace framewright {

namespace {

bool is_quote(char c) { return c == '"' || c == '\''; }

class Outliner {
public:
  explicit Outliner(std::string_view text) : text_(text) {}

  TomlOutline outline() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_space(c))
        ++at_;
      else if (c == '#')
        skip_line();
      else
        statement();
    }
    return std::move(result_);
  }

private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\n'; }
  std::uint32_t here() const { return static_cast<std::uint32_t>(at_); }
  void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }
  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  void statement() {
    TomlStatement found;
    found.name.begin = here();
    found.first_part = static_cast<std::uint32_t>(result_.parts.size());
    const bool header = peek() == '[';
    if (header) {
      ++at_;
      const bool array = peek() == '[';
      if (array) ++at_;
      found.kind = array ? TomlStatement::Kind::table_array : TomlStatement::Kind::table;
    }
    name();
    found.part_count = static_cast<std::uint32_t>(result_.parts.size()) - found.first_part;
    if (header) {
      for (int brackets = found.kind == TomlStatement::Kind::table ? 1 : 2; brackets > 0 && peek() == ']'; --brackets)
        ++at_;
      header_depth_ = found.part_count;
      found.name.end = here();
      limit(header_depth_, found.name.begin);
    } else {
      found.name.end = found.part_count == 0 ? here() : result_.parts.back().end;
      if (peek() == '=') {
        ++at_;
        skip_blanks();
        value(found);
      }
    }
    result_.statements.push_back(found);
    skip_line();
  }

  void name() {
    while (true) {
      skip_blanks();
      const std::uint32_t begin = here();
      if (is_quote(peek()))
        at_ = find_closing_quotes(text_, at_).end;
      else
        while (at_ < text_.size() && is_bare_toml_key(text_[at_])) ++at_;
      if (at_ == begin) return;
      result_.parts.push_back({begin, here()});
      skip_blanks();
      if (peek() != '.') return;
      ++at_;
    }
  }

  void value(TomlStatement& found) {
    found.value = {here(), here()};
    const std::size_t base = header_depth_ + found.part_count;
    limit(base, found.name.begin);
    std::vector<std::size_t> dots;  // of the name or number at hand, one for each open bracket
    std::size_t depth = base;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_quote(c)) {
        at_ = find_closing_quotes(text_, at_).end;
      } else if (c == '[' || c == '{') {
        dots.push_back(0);
        limit(++depth, here());
        ++at_;
      } else if (c == ']' || c == '}') {
        ++at_;
        if (dots.empty()) break;
        depth -= 1 + dots.back();
        dots.pop_back();
        if (dots.empty()) break;
      } else if (dots.empty() && (c == '\n' || c == '#')) {
        break;
      } else if (c == '#') {
        skip_line();
      } else {
        if (!dots.empty() && c == '.') {
          ++dots.back();
          limit(++depth, here());
        } else if (!dots.empty() && c == ',') {
          depth -= dots.back();
          dots.back() = 0;
        }
        ++at_;
      }
    }
    std::size_t end = at_;
    while (end > found.value.begin && is_space(text_[end - 1])) --end;
    found.value.end = static_cast<std::uint32_t>(end);
  }

  void limit(std::size_t depth, std::uint32_t place) {
    if (depth <= deepest_toml || result_.too_deep) return;
    result_.too_deep = true;
    result_.deep_at = place;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t header_depth_ = 0;
  TomlOutline result_;
};

class StringDecoder {
public:
  StringDecoder(std::string_view text, std::uint32_t at, FileId file, std::uint32_t offset)
      : text_(text), at_(at), offset_(offset), file_(file) {}

  TomlString decode() {
    const char quote = text_[at_];
    const TomlQuotes quotes = find_closing_quotes(text_, at_);
    const std::size_t width = quotes.triple ? 3 : 1;
    const std::size_t stop = quotes.end - (quotes.closed ? width : 0);
    at_ += width;
    if (quotes.triple) at_ += line_break();
    result_.origin = Origin(file_, source());
    while (at_ < stop) {
      if (quote == '"' && text_[at_] == '\\')
        escape(stop);
      else if (line_break() == 2)
        append_apart("\n", 2);
      else
        result_.text += text_[at_++];
    }
    result_.end = quotes.end;
    return std::move(result_);
  }

private:
  std::uint32_t source() const { return offset_ + static_cast<std::uint32_t>(at_); }
  std::size_t line_break() const {
    if (text_.substr(at_, 2) == "\r\n") return 2;
    return text_.substr(at_, 1) == "\n" ? 1 : 0;
  }
  void step() { result_.origin.step(static_cast<std::uint32_t>(result_.text.size()), source()); }
  // Decoded bytes that stand in the file as `width` others.
  void append_apart(std::string_view decoded, std::size_t width) {
    step();
    result_.text += decoded;
    at_ += width;
    step();
  }

  void escape(std::size_t stop) {
    const char c = at_ + 1 < stop ? text_[at_ + 1] : '\\';
    if (c == 'u' || c == 'U') {
      const std::size_t digits = c == 'u' ? 4 : 8;
      std::string decoded;
      append_code_point(decoded, hexadecimal(text_.substr(at_ + 2, digits)));
      append_apart(decoded, 2 + digits);
    } else if (is_space(c)) {
      ++at_;
      while (at_ < stop && is_space(text_[at_])) ++at_;
      step();
    } else {
      const std::string_view codes = "bfnrt", meanings = "\b\f\n\r\t";
      const std::size_t code = codes.find(c);
      append_apart(code == std::string_view::npos ? text_.substr(at_ + 1, 1) : meanings.substr(code, 1), 2);
    }
  }

  static char32_t hexadecimal(std::string_view digits) {
    char32_t value = 0;
    for (const char c : digits)
      value = value * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    return value;
  }

  std::string_view text_;
  std::size_t at_;
  std::uint32_t offset_;
  FileId file_;
  TomlString result_;
};

}  // namespace

bool is_bare_toml_key(char c) { return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '-'; }

TomlQuotes find_closing_quotes(std::string_view text, std::size_t at) {
  const char quote = text[at];
  TomlQuotes found;
  found.triple = at + 2 < text.size() && text[at + 1] == quote && text[at + 2] == quote;
  const char stops[] = {quote, '\n', quote == '"' ? '\\' : quote};
  at += found.triple ? 3 : 1;
  while (true) {
    at = text.find_first_of(std::string_view(stops, 3), at);
    if (at >= text.size()) break;
    if (text[at] == '\n') {
      if (!found.triple) break;
      ++at;
    } else if (text[at] == '\\' && quote == '"') {
      // A backslash at the end of a line must not hide the line's end of an unclosed string.
      at += at + 1 < text.size() && (text[at + 1] == '\n' || text[at + 1] == '\r') ? 1 : 2;
    } else {
      std::size_t run = 1;
      while (run < 5 && at + run < text.size() && text[at + run] == quote) ++run;
      if (!found.triple || run >= 3) {
        found.closed = true;
        at += found.triple ? run : 1;
        break;
      }
      at += run;
    }
  }
  found.end = static_cast<std::uint32_t>(std::min(at, text.size()));
  return found;
}

TomlOutline outline_toml(std::string_view text) { return Outliner(text).outline(); }

TomlString decode_toml_string(std::string_view text, std::uint32_t at, FileId file, std::uint32_t offset) {
  return StringDecoder(text, at, file, offset).decode();
}

std::string decode_toml_key(std::string_view text, TomlRange part) {
  if (is_quote(text[part.begin])) return decode_toml_string(text, part.begin, no_file, 0).text;
  return std::string(text.substr(part.begin, part.end - part.begin));
}

}  // namespace framewright
