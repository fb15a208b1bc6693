#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace framewright {

// An amount of pounds sterling as whole pence; never floating point.
struct Money {
  std::int64_t pence = 0;
  // clang-tidy 14 takes the 0 of a comparison that is made of this one for a pointer.
  friend auto operator<=>(const Money&, const Money&) = default;  // NOLINT(modernize-use-nullptr)
};

// "30000", "30000.01", "£1,234.50", "1234.5", "-5": an optional sign, an optional pound sign, digits with or without
// commas between full groups of three, and none, one (tenths of a pound, as spreadsheets write 1234.50) or two
// decimals. Nothing otherwise ("1.234", "1.", "1,23", "1,234,5"), and nothing beyond 64 bits of pence: a doubtful
// amount is never guessed.
std::optional<Money> parse_money(std::string_view text);

// £1,234.50; whole pounds read £1,234.
std::string format_money(Money money);
// 1234.50, for data files.
std::string decimal_money(Money money);

}  // namespace framewright
