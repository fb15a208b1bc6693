#pragma once

#include <dirent.h>

#include <memory>

namespace framewright {

// Inner part of the ports of the disk: a folder whose names are being read, closed when it goes out of scope.
struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

}  // namespace framewright
