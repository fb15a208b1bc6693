#include <cmark-gfm-core-extensions.h>

#include <algorithm>

#include "base/text.h"
#include "port/markdown_converter.h"

namespace framewright {

namespace {

CellAlignment alignment_of(const cmark_node* table, std::size_t column) {
  auto* node = const_cast<cmark_node*>(table);
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
  if (alignments == nullptr || column >= cmark_gfm_extensions_get_table_columns(node)) return CellAlignment::none;
  switch (alignments[column]) {
    case 'l': return CellAlignment::left;
    case 'c': return CellAlignment::centre;
    case 'r': return CellAlignment::right;
    default: return CellAlignment::none;
  }
}

bool is_header(const cmark_node* row) {
  return cmark_gfm_extensions_get_table_row_is_header(const_cast<cmark_node*>(row)) != 0;
}

}  // namespace

// cmark gives a header the line of the paragraph that it was found in, so its line is counted from what follows.
int MarkdownConverter::row_line(const cmark_node* row) const {
  if (!is_header(row)) return row->start_line;
  return std::max(row->next != nullptr ? row->next->start_line - 2 : row->parent->end_line - 1, row->start_line);
}

void MarkdownConverter::begin_row(const cmark_node* row) {
  const int line = row_line(row);
  row_end_ = lines_.end(line);
  row_at_ = lines_.begin(line);
  if (is_header(row) && line == row->start_line) row_at_ = lines_.place(line, row->start_column);
  while (row_at_ < row_end_ && (text_[row_at_] == ' ' || text_[row_at_] == '\t' || text_[row_at_] == '>')) ++row_at_;
  open(is_header(row) ? NodeKind::table_header : NodeKind::table_row, row_at_);
  Node& node = out_.nodes.back();
  node.stop = std::max(stop_at(row_end_), node.begin);
  if (is_header(row)) {
    Node& table = out_.nodes[open_[open_.size() - 2].node];
    table.begin = node.begin;
    table.stop = std::max(stop_at(lines_.end(line + 1)), table.begin);  // with the line below the header
  }
  if (row_at_ < row_end_ && text_[row_at_] == '|') ++row_at_;
  column_ = 0;
}

void MarkdownConverter::begin_cell(const cmark_node* cell) {
  set_content(view(cell->content));
  std::uint32_t end = row_at_;
  while (end < row_end_ && (text_[end] != '|' || (end > row_at_ && text_[end - 1] == '\\'))) ++end;
  std::uint32_t from = row_at_, to = end;
  while (from < to && is_space(text_[from])) ++from;
  while (to > from && is_space(text_[to - 1])) --to;
  row_at_ = std::min(end + 1, row_end_);
  map_.set_cell(text_, from, to);
  open(NodeKind::table_cell, from);
  Node& node = out_.nodes.back();
  node.stop = std::max(stop_at(to), node.begin);
  node.level = static_cast<std::uint8_t>(alignment_of(cell->parent->parent, column_++));
}

}  // namespace framewright
