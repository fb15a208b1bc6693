#pragma once

#include <cstddef>
#include <string_view>

namespace framewright {

// How many columns of a terminal a line takes: two for what East Asian scripts and emoji write wide (Unicode Standard
// Annex 11, W and F), none for combining marks and joiners, one for anything else. Valid UTF-8 without control
// characters. Right for a caret under a line; scripts that join or run from right to left may be drawn otherwise.
std::size_t display_width(std::string_view line);

}  // namespace framewright
