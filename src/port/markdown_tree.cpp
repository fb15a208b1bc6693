#include "port/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/parser.h>

#include <array>

#include "port/markdown_arena.h"

extern "C" {
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;
}

namespace framewright {

namespace {

thread_local MarkdownArena arena;
thread_local cmark_parser* current_parser = nullptr;
thread_local cmark_llist* inline_extensions = nullptr;

void* arena_calloc(std::size_t count, std::size_t size) { return arena.allocate(count * size); }
void* arena_realloc(void* piece, std::size_t size) { return arena.resize(piece, size); }
void arena_free(void* piece) { arena.release(piece); }

cmark_mem arena_memory{arena_calloc, arena_realloc, arena_free};

// Called by cmark for the document before any inline text is read, and for our last block after all of it.
int switch_inline_extensions(cmark_syntax_extension*, cmark_node* node) {
  current_parser->inline_syntax_extensions = node->type == CMARK_NODE_DOCUMENT ? inline_extensions : nullptr;
  return 0;
}

struct Extensions {
  std::array<cmark_syntax_extension*, 4> attached{};
  cmark_syntax_extension* task_list = nullptr;
  cmark_syntax_extension* gate = nullptr;

  Extensions() {
    cmark_gfm_core_extensions_ensure_registered();
    task_list = cmark_find_syntax_extension("tasklist");
    attached = {cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"), task_list,
                cmark_find_syntax_extension("autolink")};
    gate = cmark_syntax_extension_new("framewright");
    cmark_syntax_extension_set_contains_inlines_func(gate, switch_inline_extensions);
    cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    attach(parser);
    cmark_manage_extensions_special_characters(parser, 1);
    cmark_parser_free(parser);
  }

  void attach(cmark_parser* parser) const {
    for (cmark_syntax_extension* extension : attached) cmark_parser_attach_syntax_extension(parser, extension);
  }
};

const Extensions& extensions() {
  static const Extensions registered;
  return registered;
}

void add_block(cmark_node* root, cmark_node_type type, std::string_view content, cmark_syntax_extension* extension) {
  cmark_node* block = cmark_node_new_with_mem(type, &arena_memory);
  cmark_strbuf_put(&block->content, reinterpret_cast<const unsigned char*>(content.data()),
                   static_cast<bufsize_t>(content.size()));
  block->start_line = block->end_line = 1;
  block->start_column = 1;
  block->extension = extension;
  cmark_node_append_child(root, block);
}

}  // namespace

MarkdownTree::MarkdownTree(std::string_view text, const MarkdownOptions& options) {
  const Extensions& known = extensions();
  const int flags = CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS | (options.smart_quotes ? CMARK_OPT_SMART : 0);
  cmark_parser* parser = cmark_parser_new_with_mem(flags, &arena_memory);
  known.attach(parser);
  current_parser = parser;
  inline_extensions = parser->inline_syntax_extensions;
  parser->inline_syntax_extensions = nullptr;
  if (options.inline_only) {
    add_block(parser->root, CMARK_NODE_PARAGRAPH, text, nullptr);
  } else {
    cmark_parser_feed(parser, text.data(), text.size());
    // The last line must be read before the last block is put behind it.
    if (!text.empty() && text.back() != '\n' && text.back() != '\r') cmark_parser_feed(parser, "\n", 1);
  }
  parser->root->extension = known.gate;
  add_block(parser->root, CMARK_NODE_CUSTOM_BLOCK, {}, known.gate);
  root_ = cmark_parser_finish(parser);
}

MarkdownTree::~MarkdownTree() {
  current_parser = nullptr;
  inline_extensions = nullptr;
  arena.reset();
}

bool is_table(const cmark_node* node) { return node->type == CMARK_NODE_TABLE; }
bool is_table_row(const cmark_node* node) { return node->type == CMARK_NODE_TABLE_ROW; }
bool is_table_cell(const cmark_node* node) { return node->type == CMARK_NODE_TABLE_CELL; }
bool is_strikethrough(const cmark_node* node) { return node->type == CMARK_NODE_STRIKETHROUGH; }
bool is_task_item(const cmark_node* node) {
  return node->type == CMARK_NODE_ITEM && node->extension == extensions().task_list;
}

std::size_t decode_entity(std::string_view text, std::string& out) {
  if (!text.starts_with('&')) return 0;
  cmark_strbuf decoded;
  cmark_strbuf_init(&arena_memory, &decoded, 0);
  const bufsize_t size = houdini_unescape_ent(&decoded, reinterpret_cast<const std::uint8_t*>(text.data() + 1),
                                              static_cast<bufsize_t>(text.size() - 1 < 64 ? text.size() - 1 : 64));
  if (size > 0) out.append(reinterpret_cast<const char*>(decoded.ptr), static_cast<std::size_t>(decoded.size));
  cmark_strbuf_free(&decoded);
  return size > 0 ? static_cast<std::size_t>(size) + 1 : 0;
}

}  // namespace framewright
