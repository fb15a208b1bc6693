#pragma once

#include <optional>
#include <string>

namespace framewright {

// A variable of the environment; nothing when it is not set.
std::optional<std::string> environment_variable(const char* name);

// Replaces this program by one that stands beside it, with the same arguments. Throws EnvironmentError when it cannot
// be run.
[[noreturn]] void become_program(const std::string& name);

// What tells this program's file from that of another version or build of it.
std::string program_mark();

}  // namespace framewright
