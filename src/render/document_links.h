#pragma once

#include <string>

#include "render/markup.h"
#include "render/page.h"

namespace framewright {

// Tells the writer of markup where the links of one text lead from one page, and what its directives show.
class DocumentLinks final : public MarkupLinks {
public:
  // `own`: the text is the page's own, so that its headings carry their anchors and numbers.
  DocumentLinks(const Page& page, const Text& text, bool own) : page_(page), text_(text), own_(own) {}

  LinkMarkup link(const Document& document, std::size_t node) override;
  ReferenceMarkup reference(const Document& document, std::size_t node) override;
  ImageMarkup image(const Document& document, std::size_t node) override;
  HeadingMarkup heading(const Document& document, std::size_t node) override;
  ParagraphMarkup paragraph(const Document& document, std::size_t node) override;
  void directive(const Document& document, std::size_t node, std::string& out) override;
  void terms(const Document& document, std::size_t node, std::vector<TermMarkup>& found) override;

private:
  std::string address(const Target& target) const;
  // The chapter that the text is, on the page of a whole framework; null elsewhere.
  const WholeText::Chapter* chapter_of_whole() const;
  // On the page of a whole framework: where one of its own places is there, and which section that is.
  bool find_place(const Target& target);
  // The language of the item that a node leads to, when it is not that of the text; empty for none.
  std::string_view other_language(const Target* target) const;
  // Sets url_ and note_ to where a node leads; empty for nowhere.
  void find_address(const Target* target);

  const Page& page_;
  const Text& text_;
  bool own_;
  std::string url_, number_, id_, note_;  // lent to the writer until its next question
  Html words_;
  std::vector<std::string> term_urls_, expansions_;
};

}  // namespace framewright
