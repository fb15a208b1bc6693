#pragma once

#include <span>
#include <string>
#include <vector>

namespace framewright {

struct SourceText {
  std::string path;  // from src/: "check/links.cpp"
  std::string text;
};

// The includes that break the order of src/, one line each, "check/links.cpp:3: …":
// a folder includes itself and the folders of lower floors, never one on its own floor; headers that are neither ours,
// the standard library's nor {fmt}'s are included by port/ alone, and so are the standard library's headers for files
// and streams. A header of port/ that shows another library, itself or through a second one, stays within port/.
std::vector<std::string> misplaced_includes(std::span<const SourceText> sources);

// The sources of more than `most` lines.
std::vector<std::string> long_sources(std::span<const SourceText> sources, std::size_t most);

}  // namespace framewright
