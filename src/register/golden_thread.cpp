#include "register/golden_thread.h"

#include <unordered_set>

namespace framewright {

namespace {

// Gathers items, each once over all lists, that readers can see.
class Gatherer {
public:
  explicit Gatherer(const Register& contracts) : contracts_(contracts), model_(*contracts.model) {}

  void add(std::vector<ItemId>& list, ItemId item) {
    if (model_.items[item].draft && !contracts_.drafts) return;
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

std::vector<ItemId> decisions_on(const Register& contracts, ItemId contract) {
  const Model& model = *contracts.model;
  Gatherer gatherer(contracts);
  std::vector<ItemId> decisions;
  gatherer.add_links(decisions, contract, "decision");
  for (const std::uint32_t index : model.links_to(contract)) {
    const Link& link = model.links[index];
    if (model.schema->links[link.link].name == "about" && model.type(model.items[link.from]).name == "decision")
      gatherer.add(decisions, link.from);
  }
  return decisions;
}

std::vector<ItemId> boards_of(const Register& contracts, const std::vector<ItemId>& decisions) {
  Gatherer gatherer(contracts);
  std::vector<ItemId> boards;
  gatherer.add_links(boards, decisions, "by");
  return boards;
}

}  // namespace framewright
