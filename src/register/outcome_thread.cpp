#include "register/outcome_thread.h"

#include <algorithm>

namespace framewright {

namespace {

using Items = std::vector<ItemId>;

ThreadStep step_of(const Items& items) {
  ThreadStep step;
  for (const ItemId item : items) step.items.push_back({item, {}});
  return step;
}

// Counts a contract in the items of the step that are among those that it belongs to.
void count(ThreadStep& step, const Items& of_contract, const Register& contracts, ContractIndex index) {
  bool reached = false;
  for (const ItemId item : each_once(of_contract)) {
    const auto found = std::lower_bound(step.items.begin(), step.items.end(), item,
                                        [](const ThreadItem& entry, ItemId id) { return entry.item < id; });
    if (found == step.items.end() || found->item != item) continue;
    add_to(found->total, contracts, index);
    reached = true;
  }
  add_to(reached ? step.reached : step.beside, contracts, index);
}

// The needs that the priorities and strategies of a contract answer to.
Items needs_of(const Model& model, const GoldenThread& thread) {
  Items needs;
  const auto add = [&](const Items& from, std::string_view link) {
    for (const ItemId item : from)
      for (const ItemId need : linked_items(model, item, link)) needs.push_back(need);
  };
  add(thread.priorities, "addresses");
  add(thread.strategies, "needs");
  return needs;
}

Items measures_of(const Register& contracts, ItemId outcome) {
  Items indicators = linked_items(*contracts.model, outcome, "measured_by");
  for (const ItemId indicator : items_naming(contracts, "indicator", "evidences", outcome))
    indicators.push_back(indicator);
  return each_once(std::move(indicators));
}

}  // namespace

std::vector<ItemId> strategies_for(const Register& contracts, ItemId outcome) {
  Items strategies = items_naming(contracts, "strategy", "outcomes", outcome);
  for (const ItemId recommendation : items_naming(contracts, "recommendation", "improves", outcome))
    if (const ItemId strategy = contracts.model->items[recommendation].parent; strategy != no_item)
      strategies.push_back(strategy);
  return each_once(std::move(strategies));
}

OutcomeThread follow_outcome(const RegisterLists& lists, ItemId outcome) {
  const Register& contracts = lists.contracts();
  const Model& model = lists.model();
  OutcomeThread thread;
  thread.needs = step_of(items_naming(contracts, "need", "affects", outcome));
  thread.priorities = step_of(items_naming(contracts, "priority", "contributes_to", outcome));
  thread.strategies = step_of(strategies_for(contracts, outcome));
  thread.recommendations = step_of(items_naming(contracts, "recommendation", "improves", outcome));
  thread.services = step_of(items_naming(contracts, "service", "delivers", outcome));
  thread.indicators = measures_of(contracts, outcome);
  for (const ContractIndex index : lists.by_item().of(outcome)) {
    const GoldenThread of_contract = thread_of(contracts, contracts.contracts[index].item);
    count(thread.needs, needs_of(model, of_contract), contracts, index);
    count(thread.priorities, of_contract.priorities, contracts, index);
    count(thread.strategies, of_contract.strategies, contracts, index);
    count(thread.recommendations, of_contract.recommendations, contracts, index);
    count(thread.services, of_contract.services, contracts, index);
  }
  thread.total = lists.by_item().total(outcome);
  thread.shared = lists.by_item().shared(outcome);
  return thread;
}

}  // namespace framewright
