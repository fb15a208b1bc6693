#pragma once

#include <string>
#include <string_view>

namespace framewright {

// The address of a licence that site.toml names: by a known short name, such as OGL-UK-3.0, or by its address. Empty
// for another name.
std::string licence_address(std::string_view licence);
// What readers call it: "Open Government Licence v3.0"; a name that is not known stands as it is.
std::string licence_title(std::string_view licence);

}  // namespace framewright
