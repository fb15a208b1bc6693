#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "register/register.h"

namespace framewright {

// The orders in which the whole register can be read.
enum class ContractOrder : std::uint8_t { title, supplier, value, start, end };
inline constexpr std::size_t contract_orders = 5;

// Every contract in each order, sorted once. Ties stand in the order of titles, and those in reading order.
//   title, supplier   by their folded names, those of no supplier last
//   value             the highest first, then by the estimate a year, those of no known value last
//   start             the newest first, those without a start last
//   end               those that run or are to run by their end, the soonest first; then those without an end; then
//                     those that are over, the latest first
class ContractOrders {
public:
  explicit ContractOrders(const Register& contracts);
  const std::vector<ContractIndex>& operator[](ContractOrder order) const {
    return orders_[static_cast<std::size_t>(order)];
  }

private:
  std::array<std::vector<ContractIndex>, contract_orders> orders_;
};

// Items in the order of their folded names.
std::vector<ItemId> sorted_by_name(const Model& model, std::vector<ItemId> items);

}  // namespace framewright
