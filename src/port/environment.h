#pragma once

#include <optional>
#include <string>

namespace framewright {

// A variable of the environment; nothing when it is not set.
std::optional<std::string> environment_variable(const char* name);

}  // namespace framewright
