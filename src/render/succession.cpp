#include "render/succession.h"

#include <unordered_map>

#include "render/value_parts.h"

namespace framewright {

namespace {

// The first item at the other end of the link; null for none.
const ItemValue* next_of(const ItemValue& item, std::string_view link) {
  if (item.link(link) == nullptr) return nullptr;
  const Value next = item.member(link);
  if (const auto* list = next.get<const List*>()) return (*list)->size() == 0 ? nullptr : as_item((*list)->at(0));
  return as_item(next);
}

}  // namespace

std::vector<Value> in_succession(const List& items, std::string_view link) {
  std::unordered_map<ItemId, bool> left;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (const ItemValue* item = as_item(items.at(i))) left.emplace(item->item(), true);
  std::vector<Value> ordered;
  const auto take = [&](const ItemValue* item) {
    const auto known = item == nullptr ? left.end() : left.find(item->item());
    if (known == left.end() || !known->second) return false;
    known->second = false;
    ordered.emplace_back(static_cast<const Object&>(*item));
    return true;
  };
  for (std::size_t i = 0; i < items.size(); ++i)
    for (const ItemValue* item = as_item(items.at(i)); take(item);) item = next_of(*item, link);
  return ordered;
}

}  // namespace framewright
