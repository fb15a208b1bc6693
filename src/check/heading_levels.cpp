#include <algorithm>
#include <string>
#include <vector>

#include "check/inspection.h"

namespace framewright {

namespace {

// Pages whose text stands within another, below whatever heading that has.
std::vector<bool> included_pages(const Model& model) {
  std::vector<bool> included(model.items.size(), false);
  for (const Text& text : model.texts)
    for (const Directive& directive : text.directives)
      if (directive.include != no_text) included[directive.item] = true;
  return included;
}

// `above` is the level of the title over the text; 0 where that is not known.
void check_text(const Text& text, int above, Diagnostics& diagnostics) {
  const Document& document = text.document;
  const Node* last = nullptr;
  for (std::size_t i = text.first_block; i < document.nodes.size(); i = document.nodes[i].end) {
    const Node& node = document.nodes[i];
    if (node.kind != NodeKind::heading) continue;
    if (above != 0 && node.level > above + 1) {
      const std::string wanted(static_cast<std::size_t>(above) + 1, '#');
      Diagnostic& d = diagnostics.warning(
          "heading-skip", document.span(node),
          last == nullptr
              ? "the first heading of a page is of level 2, this one is of level " + std::to_string(node.level)
              : "this heading is of level " + std::to_string(node.level) + ", the one before it of level " +
                    std::to_string(above));
      if (last != nullptr) d.notes.push_back({document.span(*last), "the one before it stands here"});
      d.help = "begin it with " + wanted + ", so that those who listen to the page do not look for what is left out";
    }
    above = node.level;
    last = &node;
  }
}

}  // namespace

void check_heading_levels(const Inspection& site, Diagnostics& diagnostics) {
  const Model& model = site.model;
  const std::vector<bool> included = included_pages(model);
  for (const Text& text : model.texts) {
    const Item& owner = model.items[text.owner];
    const bool is_page = owner.form == ItemForm::page && owner.body != no_text && &model.texts[owner.body] == &text;
    check_text(text, is_page && !included[text.owner] ? 1 : 0, diagnostics);
  }
}

}  // namespace framewright
