#include "base/whole_number.h"

#include <charconv>

namespace framewright {

std::optional<long long> whole_number(std::string_view text) {
  long long number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace framewright
