#pragma once

#include <dirent.h>

#include <memory>
#include <string>
#include <string_view>

namespace framewright {

// Inner part of the ports of the disk: a folder whose names are being read, closed when it goes out of scope.
struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

// The path of a name in a folder; the root is empty.
inline std::string path_in(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty()) path += '/';
  return path.append(name);
}

}  // namespace framewright
