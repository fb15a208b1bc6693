#include "check/site_words.h"

#include <array>

namespace framewright {

namespace {

// Blocks whose words run on without a block between.
bool holds_words(NodeKind kind) {
  return kind == NodeKind::paragraph || kind == NodeKind::heading || kind == NodeKind::table_cell;
}

// Fields that hold no words for readers.
bool is_about_the_file(const FieldDef& def) {
  static constexpr std::array<std::string_view, 6> names{"id",        "old_paths", "template",
                                                         "completes", "language",  "former"};
  for (const std::string_view name : names)
    if (def.name == name) return true;
  return def.kind == FieldKind::url || def.kind == FieldKind::email;
}

void read_field(const FieldValue& value, const std::function<void(std::string_view)>& read) {
  if (const auto* scalar = std::get_if<Scalar>(&value.value)) {
    if (const auto* text = std::get_if<std::string>(scalar)) read(*text);
    return;
  }
  for (const ListElement& element : std::get<std::vector<ListElement>>(value.value))
    if (const auto* text = std::get_if<std::string>(&element.value)) read(*text);
}

}  // namespace

void for_each_words(const Model& model, const std::function<void(ItemId owner, std::string_view words)>& read) {
  for (const Text& text : model.texts)
    for (std::size_t i = 1; i < text.document.nodes.size(); ++i)
      if (holds_words(text.document.nodes[i].kind)) read(text.owner, plain_text(text.document, i));
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    const TypeDef& type = model.type(item);
    for (const FieldValue& value : item.fields)
      if (!is_about_the_file(type.fields[value.field]))
        read_field(value, [&](std::string_view words) { read(static_cast<ItemId>(i), words); });
  }
}

}  // namespace framewright
