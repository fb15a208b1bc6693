#pragma once

#include <string_view>

namespace framewright {

// The title of the division that a code of the Common Procurement Vocabulary begins with, such as "Health and social
// work services" of 85312000; empty when there is no such division. The titles last as long as the program.
std::string_view cpv_division(std::string_view code);

}  // namespace framewright
