#pragma once

#include <optional>
#include <string>

namespace framewright {

// A variable of the environment; nothing when it is not set.
std::optional<std::string> environment_variable(const char* name);

// What tells this program's file from that of another version or build of it.
std::string program_mark();

}  // namespace framewright
