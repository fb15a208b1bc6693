#include <algorithm>

#include "base/text.h"
#include "port/markdown_converter.h"

namespace framewright {

namespace {

struct Attributes {
  std::string_view id;
  std::string_view language;
  bool unnumbered = false;
};

bool is_id(std::string_view id) {
  return !id.empty() && std::none_of(id.begin(), id.end(), [](char c) {
    return is_space(c) || c == '{' || c == '}' || c == '"' || c == '\'' || c == '<' || c == '>' || c == '#';
  });
}

bool is_language(std::string_view tag) {
  return !tag.empty() && is_ascii_letter(tag.front()) &&
         std::all_of(tag.begin(), tag.end(), [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '-'; });
}

// What stands between the braces; nothing when any of it is unknown.
bool read(std::string_view words, bool heading, Attributes& out) {
  words = trim(words);
  if (words.empty()) return false;
  while (!words.empty()) {
    const std::size_t size = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, size);
    words = trim(words.substr(size));
    if (word == "-" && !heading)
      out.unnumbered = true;
    else if (heading && word.starts_with('#') && is_id(word.substr(1)))
      out.id = word.substr(1);
    else if (word.starts_with("lang=") && is_language(word.substr(5)))
      out.language = word.substr(5);
    else
      return false;
  }
  return true;
}

}  // namespace

void MarkdownConverter::read_attributes(std::uint32_t block) {
  constexpr std::size_t longest = 200;
  if (!content_.ends_with('}')) return;
  const std::size_t from = content_.rfind('{');
  if (from == std::string_view::npos || content_.size() - from > longest) return;
  if (from > 0 && !is_space(content_[from - 1])) return;
  const std::string_view braces = content_.substr(from);
  const bool heading = out_.nodes[block].kind == NodeKind::heading;
  Attributes attributes;
  if (!read(braces.substr(1, braces.size() - 2), heading, attributes)) return;
  Node& last = out_.nodes.back();
  if (last.kind != NodeKind::text || !out_.text(last).ends_with(braces)) return;
  if (!last.in_source && last.text + last.text_size != out_.strings.size()) return;
  std::string_view words = out_.text(last);
  words.remove_suffix(braces.size());
  while (!words.empty() && is_space(words.back())) words.remove_suffix(1);
  const std::uint32_t cut = last.text_size - static_cast<std::uint32_t>(words.size());
  last.stop -= cut;
  last.text_size -= cut;
  if (last.in_source)
    out_.words_in_source -= cut;
  else
    out_.strings.resize(last.text + last.text_size);
  if (words.empty()) {
    out_.nodes.pop_back();
    const std::size_t before = from == 0 ? std::string_view::npos : content_.find_last_not_of(" \t\n", from - 1);
    const bool on_own_line = content_.substr(0, from).find('\n', before + 1) != std::string_view::npos;
    if (on_own_line && out_.nodes.size() > block + 1U) out_.nodes.pop_back();  // the break before it
  }
  Node& node = out_.nodes[block];
  const auto words_size = static_cast<std::uint32_t>(content_.find_last_not_of(" \t\n", from == 0 ? 0 : from - 1) + 1);
  const std::uint32_t stop = stop_at(map_.end(words_size));
  if (attributes.unnumbered) node.level = 1;
  if (!attributes.id.empty()) set_extra(node, attributes.id);
  if (attributes.language.empty()) return;
  if (heading)
    wrap_in_language(block, stop, attributes.language);
  else
    set_extra(node, attributes.language);
}

void MarkdownConverter::wrap_in_language(std::uint32_t block, std::uint32_t stop, std::string_view language) {
  const auto size = static_cast<std::uint32_t>(out_.nodes.size());
  if (block + 1 == size) return;
  Node words;
  words.kind = NodeKind::language_span;
  words.begin = out_.nodes[block + 1].begin;
  words.stop = std::max(stop, words.begin);
  words.end = size;
  set_extra(words, language);
  out_.nodes.insert(out_.nodes.begin() + block + 1, words);
  for (std::size_t i = block + 1; i < out_.nodes.size(); ++i) ++out_.nodes[i].end;
}

}  // namespace framewright
