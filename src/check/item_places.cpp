#include "check/item_places.h"

#include <algorithm>

namespace framewright {

namespace {

std::uint32_t line_begin(std::string_view text, std::uint32_t at) {
  const std::size_t end = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return end == std::string_view::npos ? 0 : static_cast<std::uint32_t>(end + 1);
}

}  // namespace

ItemPlaces::ItemPlaces(const Model& model) {
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    const auto id = static_cast<ItemId>(i);
    add(item.id_where, id);
    if (item.form == ItemForm::page) add({item.file, 0, 0}, id);
    if (item.form == ItemForm::csv && item.id_where.known())
      add({item.file, line_begin(model.files[item.file].text, item.id_where.begin), 0}, id);
    for (const FieldValue& value : item.fields) add(value.where, id);
    for (const Link& link : model.links_from(id)) add(link.where, id);
  }
  for (const Text& text : model.texts)
    if (text.document.nodes.size() > 1) add(text.document.span(text.document.nodes[1]), text.owner);
  for (auto& [file, marks] : marks_)
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
}

void ItemPlaces::add(Span where, ItemId item) {
  if (where.known()) marks_[where.file].push_back({where.begin, item});
}

ItemId ItemPlaces::at(Span where) const {
  const auto file = marks_.find(where.file);
  if (file == marks_.end()) return no_item;
  const std::vector<Mark>& marks = file->second;
  const auto after = std::upper_bound(marks.begin(), marks.end(), where.begin,
                                      [](std::uint32_t begin, const Mark& mark) { return begin < mark.begin; });
  return after == marks.begin() ? marks.front().item : std::prev(after)->item;
}

}  // namespace framewright
