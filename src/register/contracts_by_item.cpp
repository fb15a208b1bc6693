#include "register/contracts_by_item.h"

#include <algorithm>

#include "register/contract_rows.h"

namespace framewright {

std::vector<std::vector<ItemId>> ContractsByItem::groups_of(ContractIndex contract) const {
  const ItemId item = contracts_.contracts[contract].item;
  GoldenThread thread = thread_of(contracts_, item);
  std::vector<ItemId> suppliers = each_once(published_links(contracts_, item, "supplier"));
  std::vector<ItemId> decisions = decisions_on(contracts_, item);
  std::vector<ItemId> boards = boards_of(contracts_, decisions);
  return {std::move(suppliers),         std::move(decisions),         std::move(boards),
          std::move(thread.services),   std::move(thread.strategies), std::move(thread.recommendations),
          std::move(thread.priorities), std::move(thread.standards),  std::move(thread.principles),
          std::move(thread.outcomes)};
}

ContractsByItem::ContractsByItem(const Register& contracts, const std::vector<ContractIndex>& titles)
    : contracts_(contracts), slot_of_(contracts.model->items.size(), 0) {
  for (const ContractIndex contract : titles)
    for (const auto& group : groups_of(contract))
      for (const ItemId item : group) {
        if (slot_of_[item] == 0) {
          slots_.emplace_back();
          slot_of_[item] = static_cast<std::uint32_t>(slots_.size());
        }
        Slot& slot = slots_[slot_of_[item] - 1];
        ++slot.size;
        slot.shared += group.size() > 1 ? 1 : 0;
        add_to(slot.total, contracts_, contract);
      }
  std::uint32_t begin = 0;
  for (ItemId item = 0; item < slot_of_.size(); ++item) {
    if (slot_of_[item] == 0) continue;
    items_.push_back(item);
    Slot& slot = slots_[slot_of_[item] - 1];
    slot.begin = begin;
    begin += std::exchange(slot.size, 0);
  }
  entries_.resize(begin);
  for (const ContractIndex contract : titles)
    for (const auto& group : groups_of(contract))
      for (const ItemId item : group) {
        Slot& slot = slots_[slot_of_[item] - 1];
        entries_[slot.begin + slot.size++] = contract;
      }
}

const ContractsByItem::Slot* ContractsByItem::slot(ItemId item) const {
  return slot_of_[item] == 0 ? nullptr : &slots_[slot_of_[item] - 1];
}

std::span<const ContractIndex> ContractsByItem::of(ItemId item) const {
  const Slot* found = slot(item);
  return found == nullptr ? std::span<const ContractIndex>() : std::span(entries_).subspan(found->begin, found->size);
}

const Total& ContractsByItem::total(ItemId item) const {
  static const Total nothing;
  const Slot* found = slot(item);
  return found == nullptr ? nothing : found->total;
}

std::size_t ContractsByItem::shared(ItemId item) const {
  const Slot* found = slot(item);
  return found == nullptr ? 0 : found->shared;
}

std::vector<ItemId> ContractsByItem::sharers(ItemId item, ContractIndex contract) const {
  for (std::vector<ItemId>& group : groups_of(contract))
    if (std::find(group.begin(), group.end(), item) != group.end()) {
      std::erase(group, item);
      return std::move(group);
    }
  return {};
}

}  // namespace framewright
