#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "register/golden_thread.h"

namespace framewright {

// The items of other types that a contract belongs to, by kind: suppliers, decisions, boards, and each step of its
// golden thread. Each contract stands once in the list of an item, however it is reached.
class ContractsByItem {
public:
  // `titles`, the order of titles, is that of each list.
  ContractsByItem(const Register& contracts, const std::vector<ContractIndex>& titles);

  std::span<const ContractIndex> of(ItemId item) const;
  const Total& total(ItemId item) const;
  // How many of an item's contracts also belong to others of its kind, whose totals take them in too.
  std::size_t shared(ItemId item) const;
  // Items that have contracts, in the order of the model.
  const std::vector<ItemId>& items() const { return items_; }
  // The other items of the same type that one of the item's contracts belongs to.
  std::vector<ItemId> sharers(ItemId item, ContractIndex contract) const;

private:
  struct Slot {
    std::uint32_t begin = 0, size = 0;
    std::size_t shared = 0;
    Total total;
  };
  std::vector<std::vector<ItemId>> groups_of(ContractIndex contract) const;
  const Slot* slot(ItemId item) const;

  const Register& contracts_;
  std::vector<std::uint32_t> slot_of_;  // by item; 0 for none, else one more than its place in slots_
  std::vector<Slot> slots_;
  std::vector<ItemId> items_;
  std::vector<ContractIndex> entries_;
};

}  // namespace framewright
