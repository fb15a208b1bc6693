#include "render/field_sum.h"

namespace framewright {

Value sum_of(const List& items, std::string_view name) {
  Money money;
  std::int64_t number = 0;
  bool any_money = false, any_number = false, beyond = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Value entry = items.at(i);
    const auto* object = entry.get<const Object*>();
    const Value value = object == nullptr ? Value() : (*object)->member(name);
    if (const auto* amount = value.get<Money>()) {
      any_money = true;
      beyond = beyond || __builtin_add_overflow(money.pence, amount->pence, &money.pence);
    } else if (const auto* count = value.get<std::int64_t>()) {
      any_number = true;
      beyond = beyond || __builtin_add_overflow(number, *count, &number);
    }
  }
  if (beyond || any_money == any_number) return Empty{};
  return any_money ? Value(money) : Value(number);
}

}  // namespace framewright
