#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/document.h"
#include "base/origin.h"

namespace framewright {

struct MarkdownOptions {
  // ' " -- --- ... become the typographer's signs.
  bool smart_quotes = true;
  // The text is words alone, such as a title: no headings, lists or other blocks. The document holds one paragraph.
  bool inline_only = false;
  // The text outlives the document, which then has its words there and not twice.
  bool text_lasts = false;
};

// Reads CommonMark with GitHub's tables, strikethrough, task lists, bare web addresses and footnotes (GFM 0.29), and
// the additions of FORMAT.md:
//   [[target]] and [[target|words]]   a reference; it may run over a line's end but not over a blank line
//   ## Title {#my-id}                 a heading's own id
//   A paragraph. {-}                  a paragraph without a number
//   Paragraff. {lang=cy}              the language of a paragraph or heading; may stand with the others: {- lang=cy}
//   [geiriau]{lang=cy}                the language of some words
//   ```{name}                         a directive
// Every node has its range in the file of `origin`, which says where the bytes of `text` stand. A heading that names a
// language has all its words in one language_span. Definitions of footnotes stand at the end, in the order of their
// first mention; one that is never mentioned is left out, as cmark-gfm does.
// Reports (all errors): unresolved-reference for a reference that is never closed, bad-directive for a fence that is
// never closed, unreadable-file for blocks nested more than 100 deep, whose inner part is left out, and for
// link definitions used so often that the document would be many times the text; the further links lead nowhere.
// `text` is well-formed UTF-8 below 2 GiB. May be called from any thread; a thread keeps up to 4 MB for its next call.
Document parse_markdown(std::string_view text, const Origin& origin, const MarkdownOptions& options,
                        Diagnostics& diagnostics);

// Whether a title or summary needs a Markdown parser at all; one that does not reads as it is written.
bool has_markup(std::string_view text);

}  // namespace framewright
