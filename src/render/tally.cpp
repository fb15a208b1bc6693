#include "render/tally.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "base/text.h"
#include "render/field_sum.h"
#include "render/value_parts.h"
#include "template/comparison.h"
#include "template/print.h"

namespace framewright {

namespace {

struct Group {
  Value key;
  Array items;
};

std::vector<Group> groups_of(const List& items, std::string_view by) {
  std::vector<Group> groups;
  std::unordered_map<std::string, std::size_t> known;
  const auto put = [&](const Value& key, const Value& item) {
    const auto [place, added] = known.emplace(identity(key), groups.size());
    if (added) groups.push_back({key.is_empty() ? Value(Empty{}) : key, {}});
    groups[place->second].items.add(item);
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Value item = items.at(i), key = by.empty() ? item : member_of_value(item, by);
    const auto* several = key.get<const List*>();
    if (several == nullptr)
      put(key, item);
    else if ((*several)->size() == 0)
      put(Empty{}, item);
    for (std::size_t k = 0; several != nullptr && k < (*several)->size(); ++k) put((*several)->at(k), item);
  }
  return groups;
}

bool stands_before(const Group& a, const Group& b) {
  if (a.key.is_empty() || b.key.is_empty()) return !a.key.is_empty() && b.key.is_empty();
  return can_order(kind_of(a.key), kind_of(b.key)) && std::is_lt(order_values(a.key, b.key));
}

std::string label_of(const Group& group, const Tally& tally, const Formats& formats) {
  std::string label;
  if (group.key.is<const Object*>()) {
    const Value reads = member_of_value(group.key, "reads");
    append_value(label, reads, formats, Escaping::none);
  } else {
    append_value(label, group.key, formats, Escaping::none);
  }
  return label.empty() ? std::string(tally.no_key) : label;
}

}  // namespace

Value tally_of(const List& items, const Tally& tally, const Formats& formats, Arena& arena) {
  std::vector<Group> groups = groups_of(items, tally.by);
  if (tally.in_order)
    std::stable_sort(groups.begin(), groups.end(), stands_before);
  else
    std::stable_partition(groups.begin(), groups.end(), [](const Group& each) { return !each.key.is_empty(); });
  Array& list = arena.array();
  for (const Group& group : groups)
    list.add(arena.table()
                 .set("key", group.key)
                 .set("label", arena.keep(label_of(group, tally, formats)))
                 .set("item", group.key.is<const Object*>() ? group.key : Value(Empty{}))
                 .set("value", tally.value.empty() ? Value(group.items.size()) : sum_of(group.items, tally.value)));
  return list;
}

}  // namespace framewright
