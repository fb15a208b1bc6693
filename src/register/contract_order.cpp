#include "register/contract_order.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "port/unicode.h"

namespace framewright {

namespace {

using Ranks = std::vector<std::uint32_t>;  // by contract or by item
constexpr std::uint32_t last_rank = std::numeric_limits<std::uint32_t>::max();

// The keys are worked out once and sorted side by side: of 300,000 contracts, what a key is made of is seldom at hand.
template <class KeyOf>
std::vector<ContractIndex> ordered_by(const std::vector<ContractIndex>& before, const KeyOf& key_of) {
  struct Entry {
    decltype(key_of(ContractIndex())) key;
    ContractIndex contract;
  };
  std::vector<Entry> entries;
  entries.reserve(before.size());
  for (const ContractIndex contract : before) entries.push_back({key_of(contract), contract});
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
  std::vector<ContractIndex> order;
  order.reserve(entries.size());
  for (const Entry& entry : entries) order.push_back(entry.contract);
  return order;
}

std::vector<ContractIndex> order_of_titles(const Register& contracts) {
  std::vector<ContractIndex> order(contracts.contracts.size());
  std::iota(order.begin(), order.end(), ContractIndex(0));
  return ordered_by(order,
                    [&](ContractIndex i) { return fold_case(contracts.model->name(contracts.contracts[i].item)); });
}

Ranks supplier_ranks(const Register& contracts) {
  const Model& model = *contracts.model;
  Ranks ranks(model.items.size(), last_rank);
  const auto type = model.schema->find("supplier");
  if (!type) return ranks;
  const auto suppliers = model.of_type(*type);
  std::uint32_t rank = 0;
  for (const ItemId item : sorted_by_name(model, {suppliers.begin(), suppliers.end()})) ranks[item] = rank++;
  return ranks;
}

Ranks first_suppliers(const Register& contracts) {
  const Ranks of_items = supplier_ranks(contracts);
  Ranks ranks(contracts.contracts.size(), last_rank);
  for (std::size_t i = 0; i < ranks.size(); ++i)
    for (const ItemId supplier : linked_items(*contracts.model, contracts.contracts[i].item, "supplier"))
      ranks[i] = std::min(ranks[i], of_items[supplier]);
  return ranks;
}

long long day_number(Date date) { return std::chrono::sys_days(date).time_since_epoch().count(); }

}  // namespace

std::vector<ItemId> sorted_by_name(const Model& model, std::vector<ItemId> items) {
  std::vector<std::pair<std::string, ItemId>> named;
  named.reserve(items.size());
  for (const ItemId item : items) named.emplace_back(fold_case(model.name(item)), item);
  std::stable_sort(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < items.size(); ++i) items[i] = named[i].second;
  return items;
}

ContractOrders::ContractOrders(const Register& contracts) {
  const std::vector<Contract>& all = contracts.contracts;
  const std::vector<ContractIndex> titles = order_of_titles(contracts);
  const Ranks suppliers = first_suppliers(contracts);
  constexpr long long never = std::numeric_limits<long long>::max();
  orders_[1] = ordered_by(titles, [&](ContractIndex i) { return suppliers[i]; });
  orders_[2] = ordered_by(titles, [&](ContractIndex i) {
    const auto& amount = all[i].value ? all[i].value : all[i].annual_value;
    return std::tuple(all[i].value ? 0 : amount ? 1 : 2, amount ? -amount->pence : 0);
  });
  orders_[3] = ordered_by(titles, [&](ContractIndex i) { return all[i].start ? -day_number(*all[i].start) : never; });
  orders_[4] = ordered_by(titles, [&](ContractIndex i) {
    const bool over = all[i].stage == ContractStage::ended || all[i].stage == ContractStage::terminated;
    const bool ends = all[i].end && (over || !all[i].open_ended);
    return std::tuple(over   ? 2
                      : ends ? 0
                             : 1,
                      !ends  ? never
                      : over ? -day_number(*all[i].end)
                             : day_number(*all[i].end));
  });
  orders_[0] = titles;
}

}  // namespace framewright
