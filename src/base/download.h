#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace framewright {

// "512 bytes", "34 KB", "1.2 MB": thousands as the makers of disks count them, rounded up.
std::string file_size(std::uint64_t bytes);
// "CSV" of "register/register.csv": the ending of the name, empty without one.
std::string file_type(std::string_view file);

}  // namespace framewright
