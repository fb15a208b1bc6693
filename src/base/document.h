#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/origin.h"
#include "base/source.h"

namespace framewright {

enum class NodeKind : std::uint8_t {
  // blocks
  document,
  paragraph,
  heading,
  block_quote,
  bullet_list,
  ordered_list,
  item,
  task_item,
  code_block,
  directive,
  html_block,
  thematic_break,
  table,
  table_header,
  table_row,
  table_cell,
  footnote_definition,
  // inlines
  text,
  soft_break,
  line_break,
  code,
  html_inline,
  emphasis,
  strong,
  strikethrough,
  link,
  image,
  reference,
  footnote_reference,
  language_span,
};

bool is_block(NodeKind kind);

enum class CellAlignment : std::uint8_t { none, left, centre, right };

// One node of a Markdown tree. Nodes of a Document stand in document order (pre-order): the subtree of node i is
// [i, nodes[i].end). Strings are ranges of Document::strings, or of the source.
struct Node {
  NodeKind kind = NodeKind::document;
  // heading: level 1 to 6; ordered_list: 1 when tight; bullet_list: 1 when tight; task_item: 1 when done;
  // table_cell: a CellAlignment; code_block and directive: 1 when a fence was never closed; paragraph: 1 when it ended
  // in
  // {-} and so takes no number.
  std::uint8_t level = 0;
  bool in_source = false;   // `text` is a range of Document::source
  std::uint32_t end = 0;    // index after the last node of the subtree
  std::uint32_t begin = 0;  // source range in the file, bytes
  std::uint32_t stop = 0;
  // text, code, html: the literal. code_block: the code. directive: its body. link, image: the URL. reference: the
  // target as written (`S3`, `standard:S3`, `¶34`), white space folded. footnotes: the label.
  std::uint32_t text = 0;
  std::uint32_t text_size = 0;
  // heading: its explicit {#id}. code_block: the info string. directive: its name. link, image: the title.
  // ordered_list: the first number, in decimal. footnote_definition and footnote_reference: the number shown.
  // paragraph and language_span: the language tag (BCP 47) of its words.
  std::uint32_t extra = 0;
  std::uint32_t extra_size = 0;
};

// A Markdown text as a tree, compact and immutable once parsed. `file` is where its source ranges lie.
struct Document {
  FileId file = no_file;
  std::vector<Node> nodes;  // empty for no text at all
  std::string strings;
  std::string_view source;          // borrowed; empty unless words that stand in it are not copied
  std::size_t words_in_source = 0;  // bytes
  // Where each directive's body stands in the file, in the order of the nodes.
  std::vector<std::pair<std::uint32_t, Origin>> directive_bodies;

  bool empty() const { return nodes.size() <= 1; }                       // no content: at most the document node
  std::size_t size() const { return strings.size() + words_in_source; }  // bytes of its strings
  std::string_view text(const Node& node) const {
    return (node.in_source ? source : std::string_view(strings)).substr(node.text, node.text_size);
  }
  std::string_view extra(const Node& node) const {
    return std::string_view(strings).substr(node.extra, node.extra_size);
  }
  Span span(const Node& node) const { return {file, node.begin, node.stop}; }
};

// The words under a node with all markup left out; a break is a space, a reference without words gives its target.
std::string plain_text(const Document& document, std::size_t node);

// The words that plain_text() begins with, as far as one node has them; nothing is copied.
std::string_view opening_words(const Document& document, std::size_t node);

// Where the bytes of a directive's body (its text) stand in the file, whatever it was indented by.
const Origin& directive_body_origin(const Document& document, std::size_t node);

}  // namespace framewright
