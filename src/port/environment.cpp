#include "port/environment.h"

#include <cstdlib>

#include "port/files.h"

namespace framewright {

std::optional<std::string> environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? std::optional<std::string>(value) : std::nullopt;
}

std::string program_mark() { return DiskFileStore("/proc/self").mark("exe").text; }

}  // namespace framewright
