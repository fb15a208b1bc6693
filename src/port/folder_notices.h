#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "port/descriptor.h"
#include "port/file_watch.h"
#include "port/watched_tree.h"

struct inotify_event;

namespace framewright {

// Inner part of port/file_watch: changes as the system tells of them (inotify(7)). A file has changed when it is closed
// after being written to, made, renamed or removed. Where the tree has links, any change may be one of a link's target:
// then all may have changed.
class FolderNotices {
public:
  // Nothing where the system tells of no changes, or of other machines' changes none.
  static std::unique_ptr<FolderNotices> start(const WatchedTree& tree);
  // As FileWatch::wait; nothing when no more will be told, as the root is gone or there are too many folders. A signal
  // ends it early.
  std::optional<FileChanges> wait(std::chrono::milliseconds longest);

private:
  using Time = std::chrono::steady_clock::time_point;

  explicit FolderNotices(const WatchedTree& tree) : tree_(tree) {}
  bool begin();
  bool watch(const std::string& folder, FileChanges& changes);
  void drop(const std::string& folder);
  bool is_ready(Time until) const;
  bool read(FileChanges& changes);
  bool take(const inotify_event& event, FileChanges& changes);
  bool take_entry(const std::string& folder, const inotify_event& event, FileChanges& changes);

  const WatchedTree& tree_;
  Descriptor notices_{-1};
  std::unordered_map<int, std::string> folders_;  // by their numbers of inotify
  bool has_link_ = false;
};

}  // namespace framewright
