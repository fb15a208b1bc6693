#include "base/index_table.h"

#include <algorithm>
#include <bit>

namespace framewright {

namespace {

constexpr std::size_t fewest_slots = 16;

}  // namespace

IndexTable::IndexTable(std::size_t entries) {
  if (entries > 0) slots_.resize(std::bit_ceil(std::max(fewest_slots, entries + entries / 2)));
}

void IndexTable::grow() {
  std::vector<Slot> old(slots_.empty() ? fewest_slots : slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.index == none) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].index != none) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace framewright
