#pragma once

#include <span>
#include <string_view>

namespace framewright {

// A file of the repository that is compiled into the program, its path relative to the folder it came from.
struct EmbeddedFile {
  std::string_view path;
  std::string_view text;
};

}  // namespace framewright
