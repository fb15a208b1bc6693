#include "port/folder_looks.h"

#include <sys/stat.h>

#include <algorithm>
#include <thread>

namespace framewright {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds between_looks{300};
// Longer than a tick of a file system's clock: what was written in the same one is written before it is told.
constexpr milliseconds quiet{20};
constexpr int most_looks_of_a_burst = 10;

}  // namespace

FolderLooks::FolderLooks(const WatchedTree& tree) : tree_(tree) { look_into({}, marks_); }

FileChanges FolderLooks::wait(milliseconds longest) {
  FileChanges changes;
  milliseconds left = longest;
  do {
    const milliseconds now = std::min(left, between_looks);
    std::this_thread::sleep_for(now);
    left -= now;
    if (!look(changes)) continue;
    for (int looks = 0; looks < most_looks_of_a_burst; ++looks) {
      std::this_thread::sleep_for(quiet);
      if (!look(changes)) break;
    }
    break;
  } while (left.count() > 0);
  return changes;
}

bool FolderLooks::look(FileChanges& changes) {
  Marks marks;
  has_link_ = false;
  look_into({}, marks);
  bool differs = false;
  for (const auto& [path, mark] : marks) {
    const auto before = marks_.find(path);
    if (before != marks_.end() && before->second == mark) continue;
    changes.paths.insert(path);
    differs = true;
  }
  for (const auto& [path, mark] : marks_) {
    if (marks.contains(path)) continue;
    changes.paths.insert(path);
    differs = true;
  }
  marks_ = std::move(marks);
  changes.all = changes.all || (differs && has_link_);
  return differs;
}

void FolderLooks::look_into(const std::string& folder, Marks& marks) {
  const WatchedTree::Entries entries = tree_.entries(folder);
  has_link_ = has_link_ || entries.has_link;
  for (const std::string& file : entries.files) marks.emplace(file, mark_of(tree_.on_disk(file)));
  for (const std::string& inner : entries.folders) look_into(inner, marks);
}

FolderLooks::Mark FolderLooks::mark_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 && ::lstat(path.c_str(), &status) != 0) return {};
  // The time of the last change of state stays out: a hard link made elsewhere changes it.
  return {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size, status.st_ino};
}

}  // namespace framewright
