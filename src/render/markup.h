#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.h"
#include "base/html.h"

namespace framewright {

// What the writer asks of the site for one node. Texts are plain (the writer escapes them) and are borrowed until the
// next question; addresses are as they shall stand, `%` encoding apart.
struct LinkMarkup {
  std::string_view url;  // empty: the words stand alone
  std::string_view css_class;
  std::string_view note{};      // in brackets behind the link; empty for none
  std::string_view language{};  // of what it leads to, when that is another; empty for none
};

struct ReferenceMarkup {
  std::string_view url;         // empty: the words stand alone
  const Html* words = nullptr;  // of a reference without words of its own; null: the target as written
  std::string_view title;
  std::string_view css_class;
  std::string_view note{};      // in brackets behind the reference; empty for none
  std::string_view language{};  // of what it leads to, when that is another; empty for none
};

struct ImageMarkup {
  std::string_view url;  // empty: the alternative text stands alone
  int width = 0;         // pixels, 0 unknown
  int height = 0;
};

struct HeadingMarkup {
  std::string_view id;      // empty for none
  std::string_view number;  // "1.1"; empty for none
};

struct ParagraphMarkup {
  std::string_view number;  // "34"; empty for none
  std::string_view anchor;  // "para-34"
};

// A stretch of a text node's words that is a term of the glossary. `begin` and `size` are bytes of the node's text.
struct TermMarkup {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
  std::string_view url;        // empty: not linked
  std::string_view expansion;  // an abbreviation's; empty for none
};

// Where links lead and what the site puts into a text. As it stands, links lead where they were written to unless that
// is unsafe, references are words, headings have but their own ids, and there are no terms and directives.
class MarkupLinks {
public:
  virtual ~MarkupLinks() = default;
  virtual LinkMarkup link(const Document& document, std::size_t node);
  virtual ReferenceMarkup reference(const Document& document, std::size_t node);
  virtual ImageMarkup image(const Document& document, std::size_t node);
  virtual HeadingMarkup heading(const Document& document, std::size_t node);
  // Asked for each paragraph of the document itself that is not an image alone and has not been left out by {-}.
  virtual ParagraphMarkup paragraph(const Document& document, std::size_t node);
  virtual void directive(const Document& document, std::size_t node, std::string& out);
  // Asked for each text outside headings, links, code and quotations, in order. Adds to `found`, which is empty; in the
  // order of the text, without overlap.
  virtual void terms(const Document& document, std::size_t node, std::vector<TermMarkup>& found);
};

// The few words that the writer adds, in the language of the site.
struct MarkupWords {
  std::string_view footnotes = "Footnotes";
  std::string_view note = "Note";
  std::string_view back = "Back to the text, note";
  std::string_view done = "done";
  std::string_view not_done = "not done";
  std::string_view table = "Table";
};

struct MarkupOptions {
  int heading_shift = 0;       // added to every heading's level, which stays within 1 to 6
  std::string_view id_prefix;  // before the ids of footnotes, where one page has several documents
  bool raw_html = false;       // HTML of the author goes out as it is; otherwise it is shown as text
  MarkupWords words;
};

// Appends a document as HTML, or its nodes [first, last), whole blocks. Safe for any input. Pure, any thread, no
// recursion.
void write_markup(std::string& out, const Document& document, MarkupLinks& links, const MarkupOptions& options);
void write_markup(std::string& out, const Document& document, std::size_t first, std::size_t last, MarkupLinks& links,
                  const MarkupOptions& options);

// Appends the words of the first paragraph or heading alone, without its tags: a title. Footnotes are left out.
void write_inline_markup(std::string& out, const Document& document, MarkupLinks& links, const MarkupOptions& options);

}  // namespace framewright
