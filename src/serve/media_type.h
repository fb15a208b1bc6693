#pragma once

#include <string_view>

namespace framewright {

// What Content-Type says of a file by the ending of its name (IANA media types); text is UTF-8.
std::string_view media_type(std::string_view file);

}  // namespace framewright
