#pragma once

#include <string_view>

namespace framewright {

// The division of a code of the Common Procurement Vocabulary, its first two digits: "85" of "85312000-9".
std::string_view cpv_division(std::string_view code);
// What a division is called: "Health and social work services"; empty when there is none of that number.
std::string_view cpv_division_name(std::string_view division);

// What a notice of the Procurement Act is called by its code: "Contract award notice"; empty when there is none.
std::string_view notice_name(std::string_view code);

}  // namespace framewright
