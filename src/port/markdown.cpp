#include "port/markdown.h"

#include "port/markdown_brackets.h"
#include "port/markdown_converter.h"
#include "port/markdown_tree.h"

namespace framewright {

namespace {

// Built in vectors that a thread keeps, and copied once at its exact size.
thread_local Document scratch;

constexpr std::size_t kept_nodes = 16384, kept_bytes = std::size_t{512} * 1024;

void clear_scratch() {
  scratch.nodes.clear();
  scratch.strings.clear();
  scratch.source = {};
  scratch.words_in_source = 0;
  scratch.directive_bodies.clear();
  if (scratch.nodes.capacity() > kept_nodes) scratch.nodes.shrink_to_fit();
  if (scratch.strings.capacity() > kept_bytes) scratch.strings.shrink_to_fit();
}

}  // namespace

Document parse_markdown(std::string_view text, const Origin& origin, const MarkdownOptions& options,
                        Diagnostics& diagnostics) {
  clear_scratch();
  scratch.file = origin.file();
  if (options.text_lasts) scratch.source = text;
  const Brackets brackets = find_brackets(text);
  const std::string_view shielded = brackets.shielded.empty() ? text : std::string_view(brackets.shielded);
  const MarkdownTree tree(shielded, options);
  MarkdownConverter(shielded, brackets, origin, diagnostics, scratch).convert(tree.root());
  Document document = scratch;
  clear_scratch();
  return document;
}

bool has_markup(std::string_view text) { return text.find_first_of("*_`[<&\\~!") != std::string_view::npos; }

}  // namespace framewright
