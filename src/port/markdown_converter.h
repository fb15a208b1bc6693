#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/document.h"
#include "base/origin.h"
#include "port/markdown_brackets.h"
#include "port/markdown_lines.h"
#include "port/markdown_tree.h"

namespace framewright {

// Turns cmark's tree into a Document in one walk without recursion.
//
// cmark's own columns of inlines are wrong in places, so they are not used. The inlines of a block are walked side by
// side with its content, from which their places are read, and the content is laid beside the lines of the text.
class MarkdownConverter {
public:
  // `text` as it was given to cmark, with brackets shielded; `out` is empty.
  MarkdownConverter(std::string_view text, const Brackets& brackets, const Origin& origin, Diagnostics& diagnostics,
                    Document& out)
      : text_(text), brackets_(brackets), origin_(origin), diagnostics_(diagnostics), out_(out), lines_(text) {}
  void convert(const cmark_node* root);

private:
  struct Open {
    std::uint32_t node;
    std::uint32_t delimiters;  // strikethrough: the number of tildes; link: the kind of LinkForm
  };
  // A bracket of our own whose end has not come yet.
  struct Pending {
    std::uint32_t node;
    std::size_t depth;     // of open_
    std::uint32_t target;  // content from which the target runs, and its end once words begin
    std::uint32_t target_end = 0;
    std::uint32_t words = 0;  // the first node of the words; 0 for none
    bool is_reference = true;
  };

  // markdown_converter.cpp: blocks
  bool enter(const cmark_node* node);
  bool enter_block(const cmark_node* node);
  void leave(const cmark_node* node);
  void leave_text_block(const cmark_node* node, Node& block);
  void add_list(const cmark_node* node);
  void add_item(const cmark_node* node);
  void add_footnote_definition(const cmark_node* node);
  bool is_too_deep(const cmark_node* node);
  void begin_paragraph(const cmark_node* node);
  void begin_heading(const cmark_node* node);
  int first_line(const cmark_node* node) const;
  std::uint32_t add(NodeKind kind, std::uint32_t begin, std::uint32_t stop);
  void open(NodeKind kind, std::uint32_t begin, std::uint32_t delimiters = 0);
  std::uint32_t stop_at(std::uint32_t end) const { return end == 0 ? origin_.at(0) : origin_.at(end - 1) + 1; }
  void set_text(Node& node, std::string_view text);
  void set_extra(Node& node, std::string_view extra);
  void set_content(std::string_view content);

  // markdown_code.cpp: code blocks and directives, raw HTML
  void add_code_block(const cmark_node* node);
  void add_html_block(const cmark_node* node);
  bool is_closed(const cmark_node* node, int last_line) const;
  void set_body_origin(std::uint32_t directive, std::string_view body, int line);

  // markdown_table.cpp
  void begin_row(const cmark_node* row);
  void begin_cell(const cmark_node* cell);
  int row_line(const cmark_node* row) const;

  // markdown_attributes.cpp: {#id}, {-}, {lang=cy} at the end of a block
  void read_attributes(std::uint32_t block);
  void wrap_in_language(std::uint32_t block, std::uint32_t stop, std::string_view language);

  // markdown_inlines.cpp
  bool enter_inline(const cmark_node* node);
  void leave_inline(const cmark_node* node, const Open& left);
  void add_break(NodeKind kind);
  void add_code(const cmark_node* node);
  void add_html_inline(const cmark_node* node);
  void add_footnote_reference(const cmark_node* node);
  void open_link(const cmark_node* node);
  void report_too_many_addresses(const Node& link);
  void add_text(std::string_view literal);
  void find_again(std::string_view literal);
  void add_piece(std::string_view literal, std::uint32_t size);
  bool stands_in_source(std::uint32_t from, std::string_view literal) const;
  void extend_text(Node& text, std::uint32_t from, std::string_view literal);
  char peek() const { return cursor_ < content_.size() ? content_[cursor_] : '\0'; }
  std::uint32_t place() { return origin_.at(map_.begin(cursor_)); }
  std::uint32_t place_before() { return stop_at(map_.end(cursor_)); }

  // markdown_references.cpp
  std::size_t read_bracket(const Bracket& bracket, std::string_view literal);
  void close_reference();
  void close_language(const Bracket& bracket);
  void remove_nodes(std::uint32_t from, std::uint32_t to);
  void give_up_pending(std::size_t depth);
  void report_unclosed(std::uint32_t begin, std::uint32_t stop);

  std::string_view text_;
  const Brackets& brackets_;
  const Origin& origin_;
  Diagnostics& diagnostics_;
  Document& out_;
  MarkdownLines lines_;
  std::vector<Open> open_;
  std::vector<Pending> pending_;
  std::string_view content_;  // of the block whose inlines are read, without white space at its end
  std::uint32_t cursor_ = 0;  // byte of content_
  ContentMap map_;
  std::uint32_t bracket_floor_ = 0;         // brackets before this byte of the text are done with
  std::uint32_t row_at_ = 0, row_end_ = 0;  // what is left of a table row's line
  std::size_t column_ = 0;
  int footnotes_ = 0;
  std::uint32_t last_text_ = 0;  // the text node that more text may still be put to; 0 for none
  bool told_too_deep_ = false;
  bool told_too_many_addresses_ = false;
};

std::string_view view(const cmark_chunk& chunk);
std::string_view view(const cmark_strbuf& buffer);

}  // namespace framewright
