#include "port/environment.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "port/files.h"
#include "port/system_words.h"

namespace framewright {

std::optional<std::string> environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? std::optional<std::string>(value) : std::nullopt;
}

void become_program(const std::string& name) {
  std::array<char, PATH_MAX> own;
  const ssize_t size = ::readlink("/proc/self/exe", own.data(), own.size());
  const std::string path(own.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  const std::string beside = path.substr(0, path.rfind('/') + 1) + name;
  std::string line;
  if (std::FILE* file = std::fopen("/proc/self/cmdline", "rb")) {
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) line += static_cast<char>(c);
    std::fclose(file);
  }
  std::vector<char*> arguments;
  for (std::size_t at = 0; at < line.size(); at = line.find('\0', at) + 1) arguments.push_back(line.data() + at);
  arguments.push_back(nullptr);
  ::execv(beside.c_str(), arguments.data());
  throw EnvironmentError("cannot run " + beside + ": " + system_words(errno));
}

std::string program_mark() { return DiskFileStore("/proc/self").mark("exe").text; }

}  // namespace framewright
