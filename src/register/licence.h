#pragma once

#include <string>
#include <string_view>

namespace framewright {

// The address of a licence that site.toml names: by a known short name, such as OGL-UK-3.0, or by its address. Empty
// for another name.
std::string licence_address(std::string_view licence);

}  // namespace framewright
