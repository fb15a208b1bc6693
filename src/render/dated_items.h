#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "template/value.h"

namespace framewright {

// An item with the date that it is ordered by.
struct DatedItem {
  Value item;
  Value date;                    // as it is given: a date, a year or a text; empty for none
  std::optional<long long> day;  // days since 1970; of a year or a month, those of its first day
};

// Items in the order of a field, those without a date that can be told last, in their own order. A field of dates,
// years, or texts that begin as ISO 8601 dates do: "2024", "2024-03", "2024-03-01". With several names, the first that
// an item has.
std::vector<DatedItem> in_order_of_dates(const List& items, const std::vector<std::string_view>& fields);

}  // namespace framewright
