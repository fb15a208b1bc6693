#pragma once

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include <string_view>

#include "port/markdown.h"

namespace framewright {

// cmark-gfm's tree of a text, alive until the next one of the same thread or the end of this object.
//
// cmark-gfm is not safe in several threads as it stands: each parse switches the special characters of its extensions
// on and off in tables that all parsers share (blocks.c, process_inlines), so that one thread's end blinds another.
// Here they are switched on once for good; a parser's list of inline extensions is empty whenever cmark would walk it
// to switch them, and is put in for the time between by an extension of ours on the document and on a last block.
class MarkdownTree {
public:
  MarkdownTree(std::string_view text, const MarkdownOptions& options);
  MarkdownTree(const MarkdownTree&) = delete;
  MarkdownTree& operator=(const MarkdownTree&) = delete;
  ~MarkdownTree();

  const cmark_node* root() const { return root_; }

private:
  cmark_node* root_ = nullptr;
};

// What the extensions' nodes are known by.
bool is_table(const cmark_node* node);
bool is_table_row(const cmark_node* node);
bool is_table_cell(const cmark_node* node);
bool is_strikethrough(const cmark_node* node);
bool is_task_item(const cmark_node* node);

// Appends the characters that an entity such as `&amp;` stands for and gives its size, or 0 when `text` begins with
// none.
std::size_t decode_entity(std::string_view text, std::string& out);

}  // namespace framewright
