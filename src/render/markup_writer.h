#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/markup.h"

namespace framewright {

std::size_t number_of(std::string_view digits);

// Writes nodes in their order; a stack holds those whose end is still to come.
class MarkupWriter {
public:
  MarkupWriter(std::string& out, const Document& document, MarkupLinks& links, const MarkupOptions& options,
               bool with_footnotes);
  void write(std::size_t first, std::size_t last);

private:
  struct Open {
    std::size_t node;
    std::string_view closing;  // the end tag; empty for none
  };

  // markup_blocks.cpp. Each returns the index of the node to go on with.
  std::size_t open_block(std::size_t index, const Node& node);
  void close_block(const Open& open, const Node& node);
  void open_paragraph(std::size_t index, const Node& node);
  void open_heading(std::size_t index, const Node& node);
  void open_list(std::size_t index, const Node& node);
  void open_table(std::size_t index);
  void open_cell(std::size_t index, const Node& node);
  bool is_number(std::size_t cell) const;
  void find_numeric_columns(std::size_t table);
  void open_footnote(std::size_t index, const Node& node);
  void write_back_links(const Node& definition);
  void write_code_block(const Node& node);
  void write_figure(std::size_t paragraph);
  bool is_tight() const;  // whether what is opened next stands in an item of a tight list
  bool is_image_alone(const Node& paragraph, std::size_t index) const;

  // markup_inlines.cpp
  std::size_t open_inline(std::size_t index, const Node& node);
  void open_link(std::size_t index);
  std::size_t open_reference(std::size_t index, const Node& node);
  void open_anchor(std::size_t index, const LinkMarkup& link, std::string_view title);
  void close_anchor();
  void write_text(std::size_t index, const Node& node);
  void write_image(std::size_t index, const Node& node, bool with_title);
  void write_footnote_reference(const Node& node);

  void open(std::size_t index, std::string_view tag, std::string_view closing);
  void attribute(std::string_view name, std::string_view value);
  void url_attribute(std::string_view name, std::string_view url);
  void new_line();
  std::string_view text(const Node& node) const { return document_.text(node); }

  std::string& out_;
  const Document& document_;
  MarkupLinks& links_;
  const MarkupOptions& options_;
  bool with_footnotes_;
  std::size_t start_;  // of what is written here, in out_
  std::vector<Open> stack_;
  int linked_ = 0;    // open links, within which there are no others
  std::string note_;  // to stand behind the open link
  int termless_ = 0;  // open nodes within which no terms are linked
  bool in_header_ = false;
  bool in_body_ = false;  // of a table
  std::size_t column_ = 0;
  std::vector<bool> numeric_columns_;  // of the table: those of numbers alone, at least one of them
  bool in_footnotes_ = false;
  std::string heading_id_;                // of the nearest heading before
  std::string table_heading_;             // of the heading that names the last table
  std::vector<std::uint32_t> mentions_;   // of each footnote by its number, in the whole document
  std::vector<std::uint32_t> mentioned_;  // those written
  std::vector<TermMarkup> terms_;
};

}  // namespace framewright
