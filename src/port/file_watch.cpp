#include "port/file_watch.h"

#include <dirent.h>
#include <algorithm>
#include <cerrno>

#include "port/files.h"
#include "port/folder_looks.h"
#include "port/folder_notices.h"
#include "port/open_folder.h"
#include "port/system_words.h"
#include "port/watched_tree.h"

namespace framewright {

class FileWatch::Watcher {
public:
  Watcher(std::string root, std::set<std::string> left_out, Way way) : tree_(std::move(root), std::move(left_out)) {
    const OpenFolder open(::opendir(tree_.on_disk({}).c_str()));
    if (!open) throw EnvironmentError("cannot watch " + tree_.on_disk({}) + ": " + system_words(errno));
    if (way == Way::best) notices_ = FolderNotices::start(tree_);
    if (!notices_) looks_ = std::make_unique<FolderLooks>(tree_);
  }

  FileChanges wait(std::chrono::milliseconds longest) {
    if (!notices_) return looks_->wait(longest);
    if (auto changes = notices_->wait(longest)) return *std::move(changes);
    notices_.reset();
    looks_ = std::make_unique<FolderLooks>(tree_);
    FileChanges changes;
    changes.all = true;
    return changes;
  }

  bool is_polling() const { return !notices_; }

private:
  WatchedTree tree_;
  std::unique_ptr<FolderNotices> notices_;
  std::unique_ptr<FolderLooks> looks_;
};

FileWatch::FileWatch(std::string root, std::set<std::string> left_out, Way way)
    : watcher_(std::make_unique<Watcher>(std::move(root), std::move(left_out), way)) {}

FileWatch::~FileWatch() = default;

FileChanges FileWatch::wait(std::chrono::milliseconds longest) {
  using std::chrono::milliseconds;
  return watcher_->wait(std::clamp<milliseconds>(longest, milliseconds(0), std::chrono::hours(24)));
}

bool FileWatch::is_polling() const { return watcher_->is_polling(); }

}  // namespace framewright
