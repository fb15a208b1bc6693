#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <string>

#include "port/file_watch.h"
#include "port/watched_tree.h"

namespace framewright {

// Inner part of port/file_watch: changes found by looking at every file, about three times a second. A file has changed
// when its size, its time or the file itself is another. Where the tree has links, all may have changed.
class FolderLooks {
public:
  explicit FolderLooks(const WatchedTree& tree);
  // As FileWatch::wait.
  FileChanges wait(std::chrono::milliseconds longest);

private:
  struct Mark {
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    off_t size = -1;
    ino_t number = 0;
    bool operator==(const Mark&) const = default;
  };
  using Marks = std::map<std::string, Mark>;

  void look_into(const std::string& folder, Marks& marks);
  bool look(FileChanges& changes);
  static Mark mark_of(const std::string& path);

  const WatchedTree& tree_;
  Marks marks_;
  bool has_link_ = false;
};

}  // namespace framewright
