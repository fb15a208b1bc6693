#include <algorithm>
#include <string>

#include "base/text.h"
#include "port/markdown_converter.h"

namespace framewright {

namespace {

int count_lines(std::string_view literal) {
  const auto ends = std::count(literal.begin(), literal.end(), '\n');
  return static_cast<int>(ends) + (literal.empty() || literal.back() == '\n' ? 0 : 1);
}

// The name in an info string that is a name in braces; empty for any other.
std::string_view directive_name(std::string_view info) {
  if (info.size() < 3 || info.front() != '{' || info.back() != '}') return {};
  const std::string_view name = trim(info.substr(1, info.size() - 2));
  const auto is_name = [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_'; };
  return !name.empty() && is_ascii_letter(name.front()) && std::all_of(name.begin(), name.end(), is_name)
             ? name
             : std::string_view();
}

// The line on which the next block of the tree begins, or 0.
int next_block_line(const cmark_node* node) {
  for (; node != nullptr; node = node->parent)
    if (node->next != nullptr) return node->next->type == CMARK_NODE_CUSTOM_BLOCK ? 0 : node->next->start_line;
  return 0;
}

}  // namespace

// cmark does not say whether it met a closing fence: its last line then is one, and nothing else begins on that line.
bool MarkdownConverter::is_closed(const cmark_node* node, int last_line) const {
  if (last_line <= node->start_line || last_line > lines_.size() || next_block_line(node) == last_line) return false;
  std::string_view line = lines_.words(last_line);
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t' || line.front() == '>')) line.remove_prefix(1);
  const char fence = static_cast<char>(node->as.code.fence_char);
  const std::size_t width = std::min(line.find_first_not_of(fence), line.size());
  return width >= node->as.code.fence_length && trim(line.substr(width)).empty();
}

void MarkdownConverter::add_code_block(const cmark_node* node) {
  const std::string_view code = view(node->as.code.literal);
  const std::string_view info = view(node->as.code.info);
  const std::string_view name = directive_name(info);
  const bool fenced = node->as.code.fenced != 0;
  const int count = count_lines(code);
  const int last = node->start_line + count + (fenced ? 1 : -1);  // that of the closing fence
  const bool closed = !fenced || is_closed(node, last);
  const std::uint32_t begin = lines_.place(node->start_line, node->start_column);
  const std::uint32_t stop = lines_.end(closed ? last : node->start_line + count);
  const std::uint32_t index = add(name.empty() ? NodeKind::code_block : NodeKind::directive, begin, stop);
  set_text(out_.nodes[index], code);
  set_extra(out_.nodes[index], name.empty() ? info : name);
  if (!name.empty()) set_body_origin(index, code, node->start_line + 1);
  const Span fence{out_.file, out_.nodes[index].begin, stop_at(lines_.end(node->start_line))};
  if (name.empty() && info.size() > 1 && info.front() == '{' && is_ascii_letter(info[1]))
    diagnostics_.error("bad-directive", fence, "a directive is a name in braces and nothing more").help =
        "put its options on the lines below, as in ```{list}";
  if (closed) return;
  out_.nodes[index].level = 1;
  diagnostics_.error("bad-directive", fence, "this block is never closed").help =
      "end it with " +
      std::string(std::max<std::size_t>(node->as.code.fence_length, 3), static_cast<char>(node->as.code.fence_char)) +
      " on a line of its own";
}

void MarkdownConverter::set_body_origin(std::uint32_t directive, std::string_view body, int line) {
  const std::uint32_t first = lines_.begin(std::min(line, lines_.size()));
  Origin origin(out_.file, origin_.at(std::min<std::uint32_t>(first, static_cast<std::uint32_t>(text_.size()))));
  std::uint32_t expected = origin.at(0);
  const auto put = [&](std::uint32_t at, std::uint32_t source) {
    if (source == expected) return;
    if (at == 0) origin = Origin(out_.file, source);
    if (at > 0) origin.step(at, source);
    expected = source;
  };
  for (std::size_t from = 0; from < body.size() && line <= lines_.size(); ++line) {
    const std::size_t to = std::min(body.find('\n', from), body.size());
    // Where a tab was cut in two, cmark puts spaces for its rest.
    std::size_t tab = 0;
    if (!lines_.words(line).ends_with(body.substr(from, to - from)))
      while (from + tab < to && body[from + tab] == ' ') ++tab;
    const auto size = static_cast<std::uint32_t>(to - from - tab);
    const std::uint32_t end = lines_.end(line), begin = lines_.begin(line);
    const std::uint32_t at = end - begin >= size ? end - size : begin;
    const auto body_at = static_cast<std::uint32_t>(from + tab);
    if (tab > 0) put(static_cast<std::uint32_t>(from), origin_.at(at > begin ? at - 1 : at));
    expected += static_cast<std::uint32_t>(tab);
    put(body_at, origin_.at(at));
    const bool plain = origin_.at(at + size) - origin_.at(at) == size;
    for (std::uint32_t i = 1; !plain && i < size; ++i) {
      ++expected;
      put(body_at + i, origin_.at(at + i));
    }
    expected = plain ? expected + size + 1 : 0;
    from = to + 1;
  }
  out_.directive_bodies.emplace_back(directive, std::move(origin));
}

void MarkdownConverter::add_html_block(const cmark_node* node) {
  const std::string_view html = view(node->as.literal);
  const std::uint32_t begin = lines_.place(node->start_line, node->start_column);
  const std::uint32_t index = add(NodeKind::html_block, begin, lines_.end(node->start_line + count_lines(html) - 1));
  set_text(out_.nodes[index], html);
}

}  // namespace framewright
