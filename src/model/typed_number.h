#pragma once

#include <string>
#include <string_view>

namespace framewright {

// The number at the front of a heading or title that an author typed: "3.1" of "3.1 Borough wide", "4" of
// "4. Governance"; empty without one.
std::string typed_number(std::string_view words);

}  // namespace framewright
