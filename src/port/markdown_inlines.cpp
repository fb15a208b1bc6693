#include <algorithm>
#include <string>

#include "base/text.h"
#include "port/markdown_align.h"
#include "port/markdown_converter.h"

namespace framewright {

namespace {

// How a link is written: [words](url), <url> or a bare url.
enum LinkForm : std::uint32_t { bracketed, pointed, bare };

std::size_t run_of(std::string_view content, std::size_t at, char c) {
  std::size_t end = at;
  while (end < content.size() && content[end] == c) ++end;
  return end - at;
}

// A link definition is copied wherever it is used, so that a short text could grow without end.
std::size_t most_strings(std::size_t text) { return 8 * text + std::size_t{1024} * 1024; }

bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace

bool MarkdownConverter::enter_inline(const cmark_node* node) {
  switch (node->type) {
    case CMARK_NODE_TEXT: add_text(view(node->as.literal)); return false;
    case CMARK_NODE_SOFTBREAK: add_break(NodeKind::soft_break); return false;
    case CMARK_NODE_LINEBREAK: add_break(NodeKind::line_break); return false;
    case CMARK_NODE_CODE: add_code(node); return false;
    case CMARK_NODE_HTML_INLINE: add_html_inline(node); return false;
    case CMARK_NODE_FOOTNOTE_REFERENCE: add_footnote_reference(node); return false;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE: open_link(node); return true;
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG: {
      const bool strong = node->type == CMARK_NODE_STRONG;
      open(strong ? NodeKind::strong : NodeKind::emphasis, map_.begin(cursor_));
      if (peek() == '*' || peek() == '_') cursor_ += strong ? 2 : 1;
      return true;
    }
    default: break;
  }
  if (!is_strikethrough(node)) return false;
  const auto tildes = static_cast<std::uint32_t>(std::min<std::size_t>(run_of(content_, cursor_, '~'), 2));
  open(NodeKind::strikethrough, map_.begin(cursor_), tildes);
  cursor_ += tildes;
  return true;
}

void MarkdownConverter::leave_inline(const cmark_node* node, const Open& left) {
  const std::string_view rest = content_.substr(std::min<std::size_t>(cursor_, content_.size()));
  switch (node->type) {
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
      if (peek() == '*' || peek() == '_') cursor_ += node->type == CMARK_NODE_STRONG ? 2 : 1;
      break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      if (left.delimiters == bracketed) cursor_ += static_cast<std::uint32_t>(link_tail_size(rest));
      if (left.delimiters == pointed && rest.starts_with('>')) ++cursor_;
      break;
    default:
      if (is_strikethrough(node)) cursor_ += left.delimiters;
  }
  cursor_ = std::min(cursor_, static_cast<std::uint32_t>(content_.size()));
  Node& done = out_.nodes[left.node];
  done.stop = std::max(place_before(), done.begin);
}

void MarkdownConverter::add_break(NodeKind kind) {
  while (is_blank(peek())) ++cursor_;
  const bool escaped = peek() == '\\';
  if (escaped) ++cursor_;
  const std::uint32_t at = cursor_;
  if (peek() == '\r') ++cursor_;
  if (peek() == '\n') ++cursor_;
  add(kind, map_.begin(at), map_.end(cursor_));
  while (!escaped && is_blank(peek())) ++cursor_;
}

void MarkdownConverter::add_code(const cmark_node* node) {
  if (peek() != '`') cursor_ = static_cast<std::uint32_t>(std::min(content_.find('`', cursor_), content_.size()));
  const std::uint32_t from = cursor_;
  const std::size_t ticks = run_of(content_, cursor_, '`');
  std::size_t at = cursor_ + ticks;
  while (at < content_.size()) {
    at = std::min(content_.find('`', at), content_.size());
    const std::size_t run = run_of(content_, at, '`');
    at += run;
    if (run == ticks) break;
  }
  cursor_ = static_cast<std::uint32_t>(at);
  const std::uint32_t index = add(NodeKind::code, map_.begin(from), map_.end(cursor_));
  set_text(out_.nodes[index], view(node->as.literal));
}

void MarkdownConverter::add_html_inline(const cmark_node* node) {
  const std::string_view html = view(node->as.literal);
  if (!content_.substr(cursor_).starts_with(html)) find_again(html);
  const std::uint32_t from = cursor_;
  cursor_ = static_cast<std::uint32_t>(std::min(cursor_ + html.size(), content_.size()));
  const std::uint32_t index = add(NodeKind::html_inline, map_.begin(from), map_.end(cursor_));
  set_text(out_.nodes[index], html);
}

void MarkdownConverter::add_footnote_reference(const cmark_node* node) {
  const std::uint32_t from = cursor_;
  const std::size_t close = content_.find(']', cursor_);
  if (close != std::string_view::npos) cursor_ = static_cast<std::uint32_t>(close + 1);
  const std::uint32_t index = add(NodeKind::footnote_reference, map_.begin(from), map_.end(cursor_));
  const cmark_node* definition = node->parent_footnote_def;
  set_text(out_.nodes[index], definition != nullptr ? view(definition->as.literal) : std::string_view());
  set_extra(out_.nodes[index], view(node->as.literal));
}

void MarkdownConverter::open_link(const cmark_node* node) {
  const bool image = node->type == CMARK_NODE_IMAGE;
  const LinkForm form = image || peek() == '[' ? bracketed : peek() == '<' ? pointed : bare;
  open(image ? NodeKind::image : NodeKind::link, map_.begin(cursor_), form);
  if (image && content_.substr(cursor_).starts_with("!["))
    cursor_ += 2;
  else if (form != bare && !image)
    ++cursor_;
  Node& link = out_.nodes.back();
  const std::size_t size =
      static_cast<std::size_t>(node->as.link.url.len) + static_cast<std::size_t>(node->as.link.title.len);
  if (out_.strings.size() + size > most_strings(text_.size())) {
    report_too_many_addresses(link);
    return;
  }
  set_text(link, view(node->as.link.url));
  if (node->as.link.title.len > 0) set_extra(link, view(node->as.link.title));
}

void MarkdownConverter::report_too_many_addresses(const Node& link) {
  if (told_too_many_addresses_) return;
  told_too_many_addresses_ = true;
  diagnostics_
      .error("unreadable-file", out_.span(link), "the addresses of the links in this text come to many times its size")
      .help = "shorten the link definitions that are used again and again";
}

void MarkdownConverter::add_text(std::string_view literal) {
  const Open& around = open_.back();
  const bool address = out_.nodes[around.node].kind == NodeKind::link && around.delimiters != bracketed;
  if (address && content_.substr(cursor_).starts_with(literal)) {
    if (!literal.empty()) add_piece(literal, static_cast<std::uint32_t>(literal.size()));
    return;
  }
  while (!literal.empty()) {
    std::size_t limit = content_.size();
    if (!brackets_.all.empty() && cursor_ < content_.size()) {
      const std::uint32_t at = map_.begin(cursor_);
      limit = std::min<std::size_t>(limit, map_.next_break(cursor_));
      const Bracket* bracket = brackets_.from(std::max(at, bracket_floor_));
      if (bracket != nullptr && bracket->at - at < limit - cursor_) {
        limit = cursor_ + (bracket->at - at);
        if (limit == cursor_) {
          literal.remove_prefix(read_bracket(*bracket, literal));
          continue;
        }
      }
    }
    Alignment same = align(literal, content_.substr(cursor_, limit - cursor_), !address);
    if (same.literal == 0) {
      find_again(literal);
      const auto left = static_cast<std::size_t>(content_.size() - cursor_);
      same = {1, std::min<std::size_t>(1, left)};
      while (same.literal < literal.size() && (literal[same.literal] & 0xC0) == 0x80) ++same.literal;
    }
    add_piece(literal.substr(0, same.literal), static_cast<std::uint32_t>(same.content));
    literal.remove_prefix(same.literal);
  }
}

// Where the content and the tree part for once, goes on at the next place, not far, where they agree.
void MarkdownConverter::find_again(std::string_view literal) {
  const std::string_view near = content_.substr(cursor_, 256);
  const std::size_t found = near.find(literal.substr(0, 12));
  if (found != std::string_view::npos) cursor_ += static_cast<std::uint32_t>(found);
}

void MarkdownConverter::add_piece(std::string_view literal, std::uint32_t size) {
  const std::uint32_t from = map_.begin(cursor_);
  cursor_ += size;
  if (last_text_ != 0) {
    Node& last = out_.nodes[last_text_];
    extend_text(last, from, literal);
    last.stop = std::max(place_before(), last.stop);
    return;
  }
  const std::uint32_t index = add(NodeKind::text, from, map_.end(cursor_));
  Node& text = out_.nodes[index];
  if (stands_in_source(from, literal)) {
    text.in_source = true;
    text.text = from;
    text.text_size = static_cast<std::uint32_t>(literal.size());
    out_.words_in_source += literal.size();
  } else {
    set_text(text, literal);
  }
  last_text_ = index;
}

bool MarkdownConverter::stands_in_source(std::uint32_t from, std::string_view literal) const {
  return from <= out_.source.size() && out_.source.substr(from).starts_with(literal);
}

// Adds words behind those of a node whose words are the last that were added.
void MarkdownConverter::extend_text(Node& text, std::uint32_t from, std::string_view literal) {
  if (text.in_source && from == text.text + text.text_size && stands_in_source(from, literal)) {
    text.text_size += static_cast<std::uint32_t>(literal.size());
    out_.words_in_source += literal.size();
    return;
  }
  if (text.in_source) {
    const std::string_view before = out_.text(text);
    out_.words_in_source -= before.size();
    text.in_source = false;
    text.text = static_cast<std::uint32_t>(out_.strings.size());
    out_.strings += before;
  }
  brackets_.append_restored(out_.strings, literal);
  text.text_size = static_cast<std::uint32_t>(out_.strings.size()) - text.text;
}

}  // namespace framewright
