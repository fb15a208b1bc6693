#pragma once

#include <array>
#include <string>

#include "base/document.h"

// One line a node: indented name, level, the source that it stands for, =text, +extra.
inline std::string outline(const framewright::Document& document, std::string_view file) {
  static constexpr std::array<std::string_view, 31> names{"document",
                                                          "paragraph",
                                                          "heading",
                                                          "block_quote",
                                                          "bullet_list",
                                                          "ordered_list",
                                                          "item",
                                                          "task_item",
                                                          "code_block",
                                                          "directive",
                                                          "html_block",
                                                          "thematic_break",
                                                          "table",
                                                          "table_header",
                                                          "table_row",
                                                          "table_cell",
                                                          "footnote",
                                                          "text",
                                                          "soft_break",
                                                          "line_break",
                                                          "code",
                                                          "html_inline",
                                                          "emphasis",
                                                          "strong",
                                                          "strikethrough",
                                                          "link",
                                                          "image",
                                                          "reference",
                                                          "footnote_reference",
                                                          "language_span",
                                                          ""};
  std::string out;
  std::vector<std::uint32_t> ends;
  for (std::size_t i = 0; i < document.nodes.size(); ++i) {
    const framewright::Node& node = document.nodes[i];
    while (!ends.empty() && ends.back() <= i) ends.pop_back();
    if (i > 0) {
      out.append(2 * (ends.size() - 1), ' ');
      out.append(names[static_cast<std::size_t>(node.kind)]);
      if (node.level > 0) out += std::to_string(node.level);
      out += " `";
      for (const char c : file.substr(node.begin, node.stop - node.begin)) out += c == '\n' ? '$' : c;
      out += "`";
      if (node.text_size > 0) {
        out += " =";
        for (const char c : document.text(node)) out += c == '\n' ? '$' : c;
      }
      if (node.extra_size > 0) out.append(" +").append(document.extra(node));
      out += '\n';
    }
    ends.push_back(node.end);
  }
  return out;
}
