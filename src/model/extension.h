#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/item.h"

namespace framewright {

// An extension that a contract allows, and the day on which it was taken.
struct Extension {
  int months = 0;
  std::optional<Date> taken_on;
};

// Reads "2 years" and "12 months taken 2027-01-15", the form of the field `extensions`; nothing for another text.
std::optional<Extension> parse_extension(std::string_view text);
std::vector<Extension> extensions_of(const Item& contract, const TypeDef& type);

// The day that many months later; the last of its month where the month is shorter, so that 31 January and one month
// give 28 February.
Date add_months(Date date, int months);

}  // namespace framewright
