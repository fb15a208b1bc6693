#include "render/item_thread.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"

namespace framewright {

namespace {

// Whether items of a type lead on: a nested one then leads to the item that it stands in, too.
bool leads_on(const Schema& schema, const TypeDef& type) {
  return std::any_of(type.links.begin(), type.links.end(), [&](LinkId link) { return schema.links[link].thread; });
}

// How many steps of types lie between a type and the end of the thread, the longest way.
class StepOrder {
public:
  explicit StepOrder(const Schema& schema) : schema_(schema), steps_(schema.types.size(), unknown) {}

  int of(TypeId type) {
    if (steps_[type] != unknown) return steps_[type];
    steps_[type] = 0;  // for a circle of types
    int most = 0;
    for (const LinkId id : schema_.types[type].links) {
      const LinkDef& link = schema_.links[id];
      if (link.thread || (link.up && leads_on(schema_, schema_.types[type])))
        for (const TypeId to : link.to)
          if (to != type) most = std::max(most, of(to) + 1);
    }
    return steps_[type] = most;
  }

private:
  static constexpr int unknown = -1;
  const Schema& schema_;
  std::vector<int> steps_;
};

class Thread {
public:
  explicit Thread(const Site& site) : site_(site) {}

  void follow(ItemId from, std::string_view side) {
    std::vector<ItemId> open{from};
    std::set<ItemId> seen{from};
    while (!open.empty()) {
      const ItemId item = open.back();
      open.pop_back();
      for (const ItemId end : ends(item, side))
        if (seen.insert(end).second) {
          open.push_back(end);
          found_.insert(end);
        }
    }
  }
  const std::set<ItemId>& found() const { return found_; }

private:
  std::vector<ItemId> ends(ItemId item, std::string_view side) const {
    std::vector<ItemId> ends;
    const Model& model = site_.model();
    const Value groups = site_.values()[item].member(side);
    const List& all = **groups.get<const List*>();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Value entry = all.at(i);
      const auto& group = dynamic_cast<const LinkGroup&>(**entry.get<const Object*>());
      for (const ItemId end : group.items().items()) {
        const ItemId lower = side == "links" ? item : end;
        if (!group.def().thread && !(group.def().up && leads_on(*model.schema, model.type(model.items[lower]))))
          continue;
        if (site_.is_published(end) && !model.items[end].address.empty()) ends.push_back(end);
      }
    }
    return ends;
  }

  const Site& site_;
  std::set<ItemId> found_;
};

}  // namespace

Value item_thread(const Page& page, ItemId item) {
  const Model& model = page.site().model();
  Thread thread(page.site());
  thread.follow(item, "links");
  thread.follow(item, "back_links");
  if (thread.found().empty()) return Empty{};
  StepOrder order(*model.schema);
  std::map<std::pair<int, TypeId>, std::vector<ItemId>> steps;
  const auto step = [&](ItemId each) -> std::vector<ItemId>& {
    return steps[{order.of(model.items[each].type), model.items[each].type}];
  };
  step(item).push_back(item);
  for (const ItemId found : thread.found())
    if (model.items[found].type != model.items[item].type) step(found).push_back(found);
  Arena& arena = page.arena();
  Array& list = arena.array();
  for (const auto& [place, items] : steps) {
    const TypeDef& type = model.schema->types[place.second];
    Array& values = arena.array();
    for (const ItemId each : items) values.add(page.site().values()[each]);
    list.add(arena.table()
                 .set("label", arena.keep(capitalised(items.size() == 1 ? type.label : type.plural)))
                 .set("items", values)
                 .set("here", items.front() == item));
  }
  return list;
}

}  // namespace framewright
