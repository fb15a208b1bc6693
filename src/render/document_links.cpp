#include "render/document_links.h"

#include <algorithm>

#include "base/download.h"
#include "port/unicode.h"
#include "render/directive_markup.h"

namespace framewright {

namespace {

// The entry of a node; entries stand in the order of nodes.
template <class Entries>
auto entry_of(const Entries& entries, std::size_t node) {
  const auto found = std::lower_bound(entries.begin(), entries.end(), node,
                                      [](const auto& entry, std::size_t wanted) { return entry.node < wanted; });
  return found != entries.end() && found->node == node ? found : entries.end();
}

}  // namespace

std::string DocumentLinks::address(const Target& target) const {
  switch (target.kind) {
    case Target::Kind::item:
      return page_.site().is_published(target.item) ? page_.href(target.item, target.text) : std::string();
    case Target::Kind::here: {
      const Item& owner = page_.site().model().items[text_.owner];
      return page_.href(owner.address + "#" + target.text);
    }
    case Target::Kind::asset: return page_.href(target.text);
    case Target::Kind::generated: return page_.site().is_made(target.text) ? page_.href(target.text) : std::string();
    case Target::Kind::external: return target.text;
    case Target::Kind::paragraph:
    case Target::Kind::unresolved: break;
  }
  return {};
}

const WholeText::Chapter* DocumentLinks::chapter_of_whole() const {
  return page_.whole() == nullptr ? nullptr : page_.whole()->chapter(text_.owner);
}

bool DocumentLinks::find_place(const Target& target) {
  if (page_.whole() == nullptr || (target.kind != Target::Kind::item && target.kind != Target::Kind::here))
    return false;
  const WholeText::Chapter* chapter =
      page_.whole()->chapter(target.kind == Target::Kind::item ? target.item : text_.owner);
  if (chapter == nullptr) return false;
  url_ = "#" + WholeText::place(*chapter, target.text);
  if (const std::string_view number = page_.whole()->number(*chapter, target.text); !number.empty())
    note_ = page_.site().config().words.text("reference.section", {number});
  return true;
}

void DocumentLinks::find_address(const Target* target) {
  note_.clear();
  if (target == nullptr)
    url_.clear();
  else if (!find_place(*target))
    url_ = address(*target);
}

std::string_view DocumentLinks::other_language(const Target* target) const {
  if (target == nullptr || target->kind != Target::Kind::item) return {};
  const auto language_of = [&](ItemId id) -> std::string_view {
    const Item& item = page_.site().model().items[id];
    const std::string* own = text_field(item, page_.site().model().type(item), "language");
    return own == nullptr ? page_.site().config().language : *own;
  };
  const std::string_view there = language_of(target->item);
  return there == language_of(text_.owner) ? std::string_view() : there;
}

// A file is told with its type and size, unless its words say the type already.
LinkMarkup DocumentLinks::link(const Document& document, std::size_t node) {
  const Target* target = text_.target(node);
  find_address(target);
  if (target != nullptr && target->kind == Target::Kind::asset && page_.site().options().size_of) {
    const std::string type = file_type(target->text);
    if (!type.starts_with("HTM") && plain_text(document, node).find(type) == std::string::npos)
      note_ = type + ", " + file_size(page_.site().options().size_of(target->text));
  }
  return {url_, url_.empty() ? "unresolved" : "", note_, other_language(target)};
}

// A reference by id reads as the type of its target says; one by name, one by an id that is the name too, and one that
// leads nowhere, as it is written.
ReferenceMarkup DocumentLinks::reference(const Document& document, std::size_t node) {
  const Target* target = text_.target(node);
  find_address(target);
  const std::string_view written = document.text(document.nodes[node]);
  bool by_id = target != nullptr && target->kind == Target::Kind::item && target->text.empty();
  if (by_id) {
    const Item& item = page_.site().model().items[target->item];
    by_id = written == item.id || (written.ends_with(":" + item.id) && written.find(' ') == std::string_view::npos);
    by_id = by_id && fold_case(written) != fold_case(item.title);
  }
  words_ = Html::trusted(by_id ? escape_html(page_.site().model().reads(target->item)) : escape_html(written));
  return {url_, &words_, {}, url_.empty() ? "unresolved" : "", note_, other_language(target)};
}

ImageMarkup DocumentLinks::image(const Document&, std::size_t node) {
  const Target* target = text_.target(node);
  url_ = target == nullptr ? std::string() : address(*target);
  return {url_};
}

HeadingMarkup DocumentLinks::heading(const Document&, std::size_t node) {
  const auto id = entry_of(text_.heading_ids, node);
  const auto number = entry_of(text_.heading_numbers, node);
  if (id == text_.heading_ids.end()) return {};
  if (const WholeText::Chapter* chapter = chapter_of_whole()) {
    id_ = WholeText::place(*chapter, id->id);
    return {id_, page_.whole()->number(*chapter, id->id)};
  }
  id_ = own_ ? id->id : page_.site().model().items[text_.owner].id + "-" + id->id;
  return {id_, own_ && number != text_.heading_numbers.end() ? std::string_view(number->number) : std::string_view()};
}

ParagraphMarkup DocumentLinks::paragraph(const Document&, std::size_t node) {
  const WholeText::Chapter* chapter = chapter_of_whole();
  if (!own_ && chapter == nullptr) return {};
  const auto found = entry_of(text_.paragraphs, node);
  if (found == text_.paragraphs.end()) return {};
  number_ = std::to_string(found->number);
  if (chapter == nullptr) return {number_, found->anchor};
  id_ = WholeText::place(*chapter, found->anchor);
  return {number_, id_};
}

void DocumentLinks::directive(const Document&, std::size_t node, std::string& out) {
  const auto found = entry_of(text_.directives, node);
  if (found != text_.directives.end()) write_directive(page_, text_, *found, out);
}

void DocumentLinks::terms(const Document&, std::size_t node, std::vector<TermMarkup>& found) {
  const Model& model = page_.site().model();
  auto use = std::lower_bound(text_.terms.begin(), text_.terms.end(), node,
                              [](const TermUse& term, std::size_t wanted) { return term.node < wanted; });
  term_urls_.clear();
  expansions_.clear();
  const auto last = std::upper_bound(use, text_.terms.end(), node,
                                     [](std::size_t wanted, const TermUse& term) { return wanted < term.node; });
  term_urls_.reserve(static_cast<std::size_t>(last - use));
  expansions_.reserve(static_cast<std::size_t>(last - use));
  for (; use != last; ++use) {
    if (!use->linkable || use->term == text_.owner || !page_.site().is_published(use->term)) continue;
    if (!page_.link_term(use->term)) continue;
    term_urls_.push_back(page_.href(use->term));
    expansions_.push_back(use->abbreviation ? model.name(use->term) : std::string());
    found.push_back({use->begin, use->size, term_urls_.back(), expansions_.back()});
  }
}

}  // namespace framewright
