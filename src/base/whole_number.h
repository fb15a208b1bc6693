#pragma once

#include <optional>
#include <string_view>

namespace framewright {

// The number that a text is, in decimal digits with a minus before them or none; nothing for any other text and for a
// number that is too large.
std::optional<long long> whole_number(std::string_view text);

}  // namespace framewright
