#pragma once

#include <string>

#include "base/colour.h"

namespace framewright {

// The colours that the theme makes of an organisation's own, so that text in and on them can be read whatever it is.

inline constexpr Colour default_accent{0x1d, 0x4f, 0x5c};

// The grounds of the theme on which links stand; those of themes/civic/style.css that leave the least contrast.
inline constexpr Colour light_panel{0xf3, 0xf5, 0xf6}, dark_panel{0x1f, 0x25, 0x29};

// Style sheet rules that set --accent, --link, --hover and --band, for light and for dark.
std::string palette(Colour accent);

}  // namespace framewright
