#include "register/golden_thread.h"

#include <algorithm>
#include <unordered_set>

namespace framewright {

namespace {

// Gathers items, each once over all lists, that readers can see.
class Gatherer {
public:
  explicit Gatherer(const Register& contracts) : contracts_(contracts), model_(*contracts.model) {}

  void add(std::vector<ItemId>& list, ItemId item) {
    if (!contracts_.shows(item)) return;
    if (seen_.insert(item).second) list.push_back(item);
  }
  void add_links(std::vector<ItemId>& list, ItemId from, std::string_view link) {
    for (const ItemId item : linked_items(model_, from, link)) add(list, item);
  }
  void add_links(std::vector<ItemId>& list, const std::vector<ItemId>& from, std::string_view link) {
    for (const ItemId item : from) add_links(list, item, link);
  }

private:
  const Register& contracts_;
  const Model& model_;
  std::unordered_set<ItemId> seen_;
};

void follow_services(const Model& model, Gatherer& gatherer, GoldenThread& thread) {
  for (const ItemId service : thread.services)
    for (const ItemId above : linked_items(model, service, "under")) {
      if (model.type(model.items[above]).name == "strategy") {
        gatherer.add(thread.strategies, above);
      } else {
        gatherer.add(thread.recommendations, above);
        if (model.items[above].parent != no_item) gatherer.add(thread.strategies, model.items[above].parent);
      }
    }
}

}  // namespace

GoldenThread thread_of(const Register& contracts, ItemId contract) {
  Gatherer gatherer(contracts);
  GoldenThread thread;
  gatherer.add_links(thread.services, contract, "for");
  gatherer.add_links(thread.strategies, contract, "strategy");
  follow_services(*contracts.model, gatherer, thread);
  gatherer.add_links(thread.priorities, thread.strategies, "priorities");
  gatherer.add_links(thread.standards, contract, "standards");
  gatherer.add_links(thread.standards, thread.strategies, "standards");
  gatherer.add_links(thread.principles, contract, "principles");
  gatherer.add_links(thread.principles, thread.strategies, "principles");
  gatherer.add_links(thread.principles, thread.standards, "realises");
  gatherer.add_links(thread.outcomes, thread.services, "delivers");
  gatherer.add_links(thread.outcomes, thread.recommendations, "improves");
  gatherer.add_links(thread.outcomes, thread.strategies, "outcomes");
  return thread;
}

std::vector<ItemId> each_once(std::vector<ItemId> items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  return items;
}

std::vector<ItemId> items_naming(const Register& contracts, std::string_view type, std::string_view link,
                                 ItemId named) {
  const Model& model = *contracts.model;
  std::vector<ItemId> items;
  for (const std::uint32_t index : model.links_to(named)) {
    const Link& each = model.links[index];
    const Item& from = model.items[each.from];
    if (model.schema->links[each.link].name != link || model.type(from).name != type) continue;
    if (contracts.shows(each.from)) items.push_back(each.from);
  }
  return each_once(std::move(items));
}

std::vector<ItemId> decisions_on(const Register& contracts, ItemId contract) {
  Gatherer gatherer(contracts);
  std::vector<ItemId> decisions;
  gatherer.add_links(decisions, contract, "decision");
  for (const ItemId decision : items_naming(contracts, "decision", "about", contract))
    gatherer.add(decisions, decision);
  return decisions;
}

std::vector<ItemId> boards_of(const Register& contracts, const std::vector<ItemId>& decisions) {
  Gatherer gatherer(contracts);
  std::vector<ItemId> boards;
  gatherer.add_links(boards, decisions, "by");
  return boards;
}

}  // namespace framewright
