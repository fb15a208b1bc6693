#include "check/wording.h"

namespace framewright {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string item_words(const Model& model, ItemId id) {
  const Item& item = model.items[id];
  if (item.type == page_type) return quoted(model.name(id));
  return quoted(item.id) + (item.title.empty() ? std::string() : " (" + item.title + ")");
}

Span place_of(const Item& item) {
  const bool no_id = item.id_where.begin == item.id_where.end;
  return no_id && item.title_where.known() ? item.title_where : item.id_where;
}

}  // namespace framewright
