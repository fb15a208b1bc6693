#include "check/blocks.h"

namespace framewright {

bool is_content(NodeKind kind) {
  return kind != NodeKind::heading && kind != NodeKind::thematic_break && kind != NodeKind::footnote_definition;
}

bool has_content(const Text& text) {
  const Document& document = text.document;
  for (std::size_t i = text.first_block; i < document.nodes.size(); i = document.nodes[i].end)
    if (is_content(document.nodes[i].kind)) return true;
  return false;
}

bool is_empty_page(const Model& model, ItemId id) {
  const Item& item = model.items[id];
  if (item.type != page_type || item.section_index || item.incomplete || item.form != ItemForm::page) return false;
  if (text_field(item, model.type(item), "template") != nullptr) return false;
  return item.body == no_text || !has_content(model.texts[item.body]);
}

}  // namespace framewright
