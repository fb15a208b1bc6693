#include "base/money.h"

#include <algorithm>
#include <limits>

#include "base/text.h"

namespace framewright {

namespace {

// The digits of a whole number of pounds, commas taken out; nothing when the commas are not every three digits.
std::optional<std::string> plain_digits(std::string_view whole) {
  if (whole.empty()) return std::nullopt;
  const bool grouped = whole.find(',') != std::string_view::npos;
  std::string digits;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const bool comma_due = grouped && (whole.size() - at) % 4 == 0;
    if (whole[at] == ',') {
      if (!comma_due || at == 0) return std::nullopt;
    } else if (!is_digit(whole[at]) || comma_due) {
      return std::nullopt;
    } else {
      digits += whole[at];
    }
  }
  return digits;
}

}  // namespace

std::optional<Money> parse_money(std::string_view text) {
  text = trim(text);
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.starts_with("£")) text.remove_prefix(std::string_view("£").size());
  const std::size_t point = text.find('.');
  std::optional<std::string> digits = plain_digits(text.substr(0, point));
  if (!digits) return std::nullopt;
  if (point == std::string_view::npos) {
    *digits += "00";
  } else {
    const std::string_view decimals = text.substr(point + 1);
    const bool plain = std::all_of(decimals.begin(), decimals.end(), is_digit);
    if (!plain || decimals.empty() || decimals.size() > 2) return std::nullopt;
    *digits += decimals;
    if (decimals.size() == 1) *digits += '0';
  }
  std::int64_t pence = 0;
  for (const char digit : *digits) {
    if (pence > (std::numeric_limits<std::int64_t>::max() - (digit - '0')) / 10) return std::nullopt;
    pence = pence * 10 + (digit - '0');
  }
  return Money{negative ? -pence : pence};
}

std::string decimal_money(Money money) {
  const auto size =
      static_cast<std::uint64_t>(money.pence < 0 ? -(money.pence + 1) : money.pence) + (money.pence < 0 ? 1 : 0);
  std::string pence = std::to_string(size % 100);
  if (pence.size() == 1) pence.insert(0, "0");
  return (money.pence < 0 ? "-" : "") + std::to_string(size / 100) + "." + pence;
}

std::string format_money(Money money) {
  const std::string plain = decimal_money(money);
  const bool negative = plain.front() == '-';
  const std::size_t point = plain.find('.');
  std::string text = negative ? "-£" : "£";
  text += with_thousands(std::stoll(plain.substr(negative ? 1 : 0, point - (negative ? 1 : 0))));
  if (!plain.ends_with(".00")) text += plain.substr(point);
  return text;
}

}  // namespace framewright
