#include "port/markdown_converter.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::size_t deepest = 100;

}  // namespace

std::string_view view(const cmark_chunk& chunk) {
  return chunk.len > 0
             ? std::string_view(reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len))
             : std::string_view();
}

std::string_view view(const cmark_strbuf& buffer) {
  return {reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size)};
}

void MarkdownConverter::convert(const cmark_node* root) {
  const cmark_node* at = root;
  for (;;) {
    if (enter(at)) {
      if (at->first_child != nullptr) {
        at = at->first_child;
        continue;
      }
      leave(at);
    }
    while (at != root && at->next == nullptr) {
      at = at->parent;
      leave(at);
    }
    if (at == root) return;
    at = at->next;
  }
}

bool MarkdownConverter::enter(const cmark_node* node) {
  if ((node->type & CMARK_NODE_TYPE_MASK) != CMARK_NODE_TYPE_BLOCK) return enter_inline(node);
  return !is_too_deep(node) && enter_block(node);
}

bool MarkdownConverter::is_too_deep(const cmark_node* node) {
  if (open_.size() <= deepest) return false;
  if (!told_too_deep_) {
    const std::uint32_t at = lines_.place(node->start_line, node->start_column);
    const std::uint32_t stop = std::max(stop_at(lines_.end(node->start_line)), origin_.at(at));
    diagnostics_
        .error("unreadable-file", {out_.file, origin_.at(at), stop}, "lists and quotations nested more than 100 deep")
        .help = "write them less deep";
    told_too_deep_ = true;
  }
  return true;
}

bool MarkdownConverter::enter_block(const cmark_node* node) {
  const std::uint32_t begin = lines_.place(node->start_line, node->start_column);
  switch (node->type) {
    case CMARK_NODE_DOCUMENT:
      open(NodeKind::document, 0);
      out_.nodes.back().stop = stop_at(static_cast<std::uint32_t>(text_.size()));
      return true;
    case CMARK_NODE_BLOCK_QUOTE: open(NodeKind::block_quote, begin); return true;
    case CMARK_NODE_LIST: add_list(node); return true;
    case CMARK_NODE_ITEM: add_item(node); return true;
    case CMARK_NODE_CODE_BLOCK: add_code_block(node); return false;
    case CMARK_NODE_HTML_BLOCK: add_html_block(node); return false;
    case CMARK_NODE_PARAGRAPH: begin_paragraph(node); return true;
    case CMARK_NODE_HEADING: begin_heading(node); return true;
    case CMARK_NODE_THEMATIC_BREAK: add(NodeKind::thematic_break, begin, lines_.end(node->start_line)); return false;
    case CMARK_NODE_FOOTNOTE_DEFINITION: add_footnote_definition(node); return true;
    default: break;
  }
  if (is_table(node)) {
    open(NodeKind::table, begin);  // its header tells better
    return true;
  }
  if (is_table_row(node)) {
    begin_row(node);
    return true;
  }
  if (is_table_cell(node)) {
    begin_cell(node);
    return true;
  }
  return false;
}

void MarkdownConverter::leave(const cmark_node* node) {
  give_up_pending(open_.size());
  last_text_ = 0;
  const Open left = open_.back();
  if ((node->type & CMARK_NODE_TYPE_MASK) != CMARK_NODE_TYPE_BLOCK) leave_inline(node, left);
  if (node->type == CMARK_NODE_PARAGRAPH || node->type == CMARK_NODE_HEADING) read_attributes(left.node);
  open_.pop_back();
  Node& done = out_.nodes[left.node];
  done.end = static_cast<std::uint32_t>(out_.nodes.size());
  if (!open_.empty() && node->type != CMARK_NODE_FOOTNOTE_DEFINITION && is_block(done.kind)) {
    Node& parent = out_.nodes[open_.back().node];
    parent.stop = std::max(parent.stop, done.stop);
  }
}

std::uint32_t MarkdownConverter::add(NodeKind kind, std::uint32_t begin, std::uint32_t stop) {
  Node node;
  node.kind = kind;
  node.begin = origin_.at(begin);
  node.stop = std::max(stop_at(stop), node.begin);
  const auto index = static_cast<std::uint32_t>(out_.nodes.size());
  node.end = index + 1;
  last_text_ = 0;
  out_.nodes.push_back(node);
  if (is_block(kind) && !open_.empty() && kind != NodeKind::footnote_definition) {
    Node& parent = out_.nodes[open_.back().node];
    parent.stop = std::max(parent.stop, node.stop);
  }
  return index;
}

void MarkdownConverter::open(NodeKind kind, std::uint32_t begin, std::uint32_t delimiters) {
  open_.push_back({add(kind, begin, begin), delimiters});
}

void MarkdownConverter::set_text(Node& node, std::string_view text) {
  node.text = static_cast<std::uint32_t>(out_.strings.size());
  brackets_.append_restored(out_.strings, text);
  node.text_size = static_cast<std::uint32_t>(out_.strings.size()) - node.text;
}

void MarkdownConverter::set_extra(Node& node, std::string_view extra) {
  node.extra = static_cast<std::uint32_t>(out_.strings.size());
  brackets_.append_restored(out_.strings, extra);
  node.extra_size = static_cast<std::uint32_t>(out_.strings.size()) - node.extra;
}

void MarkdownConverter::set_content(std::string_view content) {
  while (!content.empty() && is_space(content.back())) content.remove_suffix(1);
  content_ = content;
  cursor_ = 0;
  bracket_floor_ = 0;
}

// Link definitions at a paragraph's beginning are gone from its content but not from cmark's place.
int MarkdownConverter::first_line(const cmark_node* node) const {
  const auto count = static_cast<int>(std::count(content_.begin(), content_.end(), '\n')) + 1;
  const bool has_place = node->start_line > 0;
  // cmark makes the paragraph before a table out of the table's own beginning, without a place.
  const cmark_node* placed = has_place || node->next == nullptr ? node : node->next;
  if (has_place && node->type == CMARK_NODE_PARAGRAPH) return std::max(node->start_line, node->end_line - count + 1);
  const std::string_view words = trim(content_.substr(0, std::min(content_.find('\n'), content_.size())));
  int line = placed->start_line;
  while (line < placed->end_line && !trim(lines_.words(line)).ends_with(words)) ++line;
  return line < placed->end_line ? line : placed->start_line;
}

void MarkdownConverter::begin_paragraph(const cmark_node* node) {
  set_content(view(node->content));
  map_.set_lines(view(node->content), lines_, first_line(node));
  open(NodeKind::paragraph, map_.begin(0));
  Node& paragraph = out_.nodes.back();
  paragraph.stop = std::max(stop_at(map_.end(static_cast<std::uint32_t>(content_.size()))), paragraph.begin);
}

void MarkdownConverter::begin_heading(const cmark_node* node) {
  set_content(view(node->content));
  std::uint32_t begin = lines_.place(node->start_line, node->start_column);
  int last_line = node->start_line;
  if (node->as.heading.setext) {
    const int line = first_line(node);
    map_.set_lines(view(node->content), lines_, line);
    begin = map_.begin(0);
    last_line = line + 1 + static_cast<int>(std::count(content_.begin(), content_.end(), '\n'));
  } else {
    std::uint32_t words = lines_.place(last_line, node->start_column + node->internal_offset);
    if (!text_.substr(words).starts_with(content_)) {
      const std::size_t found = text_.substr(0, lines_.end(last_line)).find(content_, begin);
      if (found != std::string_view::npos) words = static_cast<std::uint32_t>(found);
    }
    map_.set_piece(words);
  }
  open(NodeKind::heading, begin);
  Node& heading = out_.nodes.back();
  heading.level = static_cast<std::uint8_t>(node->as.heading.level);
  heading.stop = std::max(stop_at(lines_.end(last_line)), heading.begin);
}

void MarkdownConverter::add_list(const cmark_node* node) {
  const bool ordered = node->as.list.list_type == CMARK_ORDERED_LIST;
  open(ordered ? NodeKind::ordered_list : NodeKind::bullet_list, lines_.place(node->start_line, node->start_column));
  Node& list = out_.nodes.back();
  list.level = node->as.list.tight ? 1 : 0;
  if (ordered) set_extra(list, std::to_string(node->as.list.start));
}

void MarkdownConverter::add_item(const cmark_node* node) {
  const bool task = is_task_item(node);
  const std::uint32_t begin = lines_.place(node->start_line, node->start_column);
  open(task ? NodeKind::task_item : NodeKind::item, begin);
  Node& item = out_.nodes.back();
  if (task && node->as.list.checked) item.level = 1;
  if (node->first_child == nullptr) item.stop = std::max(stop_at(lines_.end(node->start_line)), item.begin);
}

void MarkdownConverter::add_footnote_definition(const cmark_node* node) {
  const std::uint32_t after = lines_.place(node->start_line, node->start_column);  // cmark points behind the label
  const std::uint32_t line = lines_.begin(node->start_line);
  const std::size_t mark = text_.substr(line, after - line).rfind("[^");
  const std::uint32_t begin = mark == std::string_view::npos ? after : line + static_cast<std::uint32_t>(mark);
  open(NodeKind::footnote_definition, begin);
  Node& definition = out_.nodes.back();
  definition.stop = std::max(stop_at(after), definition.begin);
  set_text(definition, view(node->as.literal));
  set_extra(definition, std::to_string(++footnotes_));
}

}  // namespace framewright
