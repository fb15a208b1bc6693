#include "check/decisions.h"

#include <algorithm>
#include <limits>

namespace framewright {

std::vector<ItemId> decisions_on(const Model& model, ItemId contract) {
  std::vector<ItemId> decisions;
  for (const Link& link : model.links_from(contract))
    if (model.type(model.items[link.to]).name == "decision") decisions.push_back(link.to);
  for (const std::uint32_t index : model.links_to(contract)) {
    const Link& link = model.links[index];
    if (model.type(model.items[link.from]).name == "decision") decisions.push_back(link.from);
  }
  return decisions;
}

DecidingBoard board_of(const Model& model, ItemId decision) {
  for (const Link& link : model.links_from(decision)) {
    const Item& board = model.items[link.to];
    if (model.schema->links[link.link].name == "by")
      return {link.to, money_field(board, model.type(board), "delegated_limit")};
  }
  return {};
}

std::optional<Money> decided_up_to(const Model& model, ItemId contract) {
  std::optional<Money> greatest;
  for (const ItemId decision : decisions_on(model, contract)) {
    const DecidingBoard by = board_of(model, decision);
    const Money limit = by.limit == nullptr ? Money{std::numeric_limits<std::int64_t>::max()} : *by.limit;
    greatest = greatest ? std::max(*greatest, limit) : limit;
  }
  return greatest;
}

}  // namespace framewright
