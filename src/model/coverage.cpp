#include "model/coverage.h"

#include <algorithm>

namespace framewright {

namespace {

void add_covering(const Model& model, const TypeDef& type, ItemId item, std::vector<ItemId>& found) {
  for (const std::uint32_t index : model.links_to(item)) {
    ItemId from = model.links[index].from;
    if (model.schema->links[model.links[index].link].up) continue;
    const auto covers = [&](ItemId candidate) {
      return std::find(type.covered_by.begin(), type.covered_by.end(), model.items[candidate].type) !=
             type.covered_by.end();
    };
    while (!covers(from) && model.items[from].parent != no_item) from = model.items[from].parent;
    if (covers(from)) found.push_back(from);
  }
  for (const Link& link : model.links_from(item))  // an indicator that a criterion is measured by is evidence of it
    if (std::find(type.covered_by.begin(), type.covered_by.end(), model.items[link.to].type) != type.covered_by.end())
      found.push_back(link.to);
}

}  // namespace

std::vector<ItemId> covering_items(const Model& model, ItemId item) {
  std::vector<ItemId> found;
  const TypeDef& type = model.type(model.items[item]);
  add_covering(model, type, item, found);
  for (const ItemId nested : model.nested_in(item)) add_covering(model, type, nested, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace framewright
