#include "port/markdown_align.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "base/text.h"
#include "port/markdown_tree.h"

namespace framewright {

namespace {

bool is_punctuation(char c) { return c > ' ' && c < '\x7f' && !is_digit(c) && !is_ascii_letter(c); }

// The size in the content of the sign that the literal begins with, or 0.
std::size_t smart_size(std::string_view literal, std::string_view content) {
  if (!literal.starts_with("\xE2\x80")) return 0;
  const std::string_view sign = literal.substr(0, 3);
  if (sign == "‘" || sign == "’") return content.front() == '\'' ? 1 : 0;
  if (sign == "“" || sign == "”") return content.front() == '"' ? 1 : 0;
  if (sign == "…") return content.starts_with("...") ? 3 : 0;
  if (sign == "—") return content.starts_with("---") ? 3 : 0;
  if (sign == "–") return content.starts_with("--") ? 2 : 0;
  return 0;
}

std::size_t skip_spaces(std::string_view content, std::size_t at) {
  while (at < content.size() && is_space(content[at])) ++at;
  return at;
}

// The end of a link's address, or nothing.
std::size_t address_end(std::string_view content, std::size_t at) {
  constexpr std::size_t none = std::string_view::npos;
  if (at < content.size() && content[at] == '<') {
    for (++at; at < content.size(); ++at) {
      if (content[at] == '>') return at + 1;
      if (content[at] == '\\')
        ++at;
      else if (content[at] == '\n' || content[at] == '<')
        return none;
    }
    return none;
  }
  const std::size_t from = at;
  int depth = 0;
  for (; at < content.size(); ++at) {
    const char c = content[at];
    if (c == '\\' && at + 1 < content.size() && is_punctuation(content[at + 1])) {
      ++at;
    } else if (c == '(') {
      if (++depth > 32) return none;
    } else if (c == ')') {
      if (depth-- == 0) return at;
    } else if (is_space(c)) {
      return at == from ? none : at;
    }
  }
  return none;
}

std::size_t title_end(std::string_view content, std::size_t at) {
  if (at >= content.size()) return at;
  const char open = content[at];
  if (open != '"' && open != '\'' && open != '(') return at;
  const char close = open == '(' ? ')' : open;
  std::size_t escaped = at;  // the end when the closing sign is but an escaped one
  for (std::size_t i = at + 1; i < content.size(); ++i) {
    if (content[i] == close) return i + 1;
    if (content[i] == '(' && open == '(') break;
    if (content[i] == '\\' && i + 1 < content.size() && is_punctuation(content[i + 1])) {
      ++i;
      if (content[i] == close) escaped = i + 1;
    }
  }
  return escaped;
}

// The size of `(url "title")` at the beginning of `content`, or 0.
std::size_t inline_tail_size(std::string_view content) {
  const std::size_t address = address_end(content, skip_spaces(content, 1));
  if (address == std::string_view::npos) return 0;
  const std::size_t title = skip_spaces(content, address);
  const std::size_t end = skip_spaces(content, title == address ? title : title_end(content, title));
  return end < content.size() && content[end] == ')' ? end + 1 : 0;
}

std::size_t label_size(std::string_view content) {
  for (std::size_t at = 1; at < content.size() && at <= 1002; ++at) {
    if (content[at] == ']') return at + 1;
    if (content[at] == '[') return 0;
    if (content[at] == '\\' && at + 1 < content.size() && is_punctuation(content[at + 1])) ++at;
  }
  return 0;
}

}  // namespace

Alignment align(std::string_view literal, std::string_view content, bool escapes) {
  const std::size_t size = literal.size();
  if (content.size() >= size && std::memcmp(literal.data(), content.data(), size) == 0 &&
      (!escapes || std::memchr(content.data(), '\\', size) == nullptr) &&
      std::memchr(content.data(), '&', size) == nullptr)
    return {size, size};
  std::size_t t = 0, c = 0;
  while (t < size && c < content.size()) {
    const char raw = content[c];
    if (escapes && raw == '\\' && c + 1 < content.size() && is_punctuation(content[c + 1])) {
      if (literal[t] != content[c + 1]) break;
      ++t;
      c += 2;
      continue;
    }
    if (raw == '&') {
      std::string decoded;
      const std::size_t entity = decode_entity(content.substr(c), decoded);
      if (entity > 0 && literal.substr(t).starts_with(decoded)) {
        t += decoded.size();
        c += entity;
        continue;
      }
    }
    if (raw == literal[t]) {
      ++t;
      ++c;
      continue;
    }
    const std::size_t sign = smart_size(literal.substr(t), content.substr(c));
    if (sign == 0) break;
    t += 3;
    c += sign;
  }
  return {t, c};
}

std::size_t link_tail_size(std::string_view content) {
  if (!content.starts_with(']')) return 0;
  const std::string_view rest = content.substr(1);
  if (rest.starts_with('('))
    if (const std::size_t size = inline_tail_size(rest)) return size + 1;
  if (rest.starts_with('[')) return label_size(rest) + 1;
  return 1;
}

}  // namespace framewright
