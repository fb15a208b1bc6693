#include "load/term_linker.h"

#include "load/name_index.h"
#include "port/unicode.h"

namespace framewright {

namespace {

// Whether words under such a node are not to be made links.
bool shields_from_links(NodeKind kind) {
  switch (kind) {
    case NodeKind::heading:
    case NodeKind::link:
    case NodeKind::reference:
    case NodeKind::image:
    case NodeKind::block_quote:
    case NodeKind::table_header: return true;
    default: return false;
  }
}

}  // namespace

TermLinker::TermLinker(const Model& model, bool linked) : linked_(linked) {
  std::vector<TermName> wanted;
  const auto add = [&](std::string text, ItemId term, bool abbreviation) {
    wanted.push_back({std::move(text), static_cast<std::uint32_t>(names_.size()), abbreviation});
    names_.push_back({term, abbreviation});
  };
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    const TypeDef& type = model.type(item);
    if (!type.glossary) continue;
    const auto term = static_cast<ItemId>(i);
    if (const std::string* abbreviation = text_field(item, type, "abbreviation")) {
      add(*abbreviation, term, true);
      add(*abbreviation + "s", term, true);
    }
    std::vector<std::string> names = text_list_field(item, type, "also");
    names.insert(names.begin(), item.title);
    for (const std::string& name : names)
      for (std::string& form : name_forms(fold_case(name))) add(std::move(form), term, false);
  }
  matcher_ = TermMatcher(wanted);
}

void TermLinker::find_terms(Text& text) const {
  if (matcher_.empty()) return;
  const std::vector<Node>& nodes = text.document.nodes;
  std::vector<TermMatch> found;
  std::uint32_t shielded_until = 0;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (shields_from_links(nodes[i].kind) && nodes[i].end > shielded_until) shielded_until = nodes[i].end;
    if (nodes[i].kind != NodeKind::text) continue;
    found.clear();
    matcher_.find(text.document.text(nodes[i]), found);
    for (const TermMatch& match : found) {
      TermUse use;
      use.node = i;
      use.begin = match.begin;
      use.size = match.end - match.begin;
      use.term = names_[match.id].term;
      use.abbreviation = names_[match.id].abbreviation;
      use.linkable = linked_ && i >= shielded_until;
      text.terms.push_back(use);
    }
  }
}

}  // namespace framewright
