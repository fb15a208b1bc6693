#include "port/folder_notices.h"

#include <linux/magic.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "port/open_folder.h"

namespace framewright {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds quiet{3};
constexpr milliseconds longest_burst{50};
constexpr std::uint32_t told = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |
                               IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

// Changes that another machine makes on these are not told.
bool is_shared_with_others(const std::string& folder) {
  struct statfs system {};
  if (::statfs(folder.c_str(), &system) != 0) return false;
  const std::array<std::uint32_t, 7> shared = {NFS_SUPER_MAGIC,       SMB_SUPER_MAGIC, 0xFF534D42 /* CIFS */,
                                               0xFE534D42 /* SMB2 */, V9FS_MAGIC,      0x65735546 /* FUSE */,
                                               CODA_SUPER_MAGIC};
  return std::find(shared.begin(), shared.end(), static_cast<std::uint32_t>(system.f_type)) != shared.end();
}

bool is_link(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

}  // namespace

std::unique_ptr<FolderNotices> FolderNotices::start(const WatchedTree& tree) {
  if (is_shared_with_others(tree.on_disk({}))) return nullptr;
  std::unique_ptr<FolderNotices> notices(new FolderNotices(tree));
  return notices->begin() ? std::move(notices) : nullptr;
}

bool FolderNotices::begin() {
  folders_.clear();
  has_link_ = false;
  notices_ = Descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  FileChanges there_already;
  return notices_.is_open() && watch({}, there_already) && !folders_.empty();
}

bool FolderNotices::watch(const std::string& folder, FileChanges& changes) {
  const std::uint32_t links = folder.empty() ? 0U : static_cast<std::uint32_t>(IN_DONT_FOLLOW);
  const int number = ::inotify_add_watch(notices_.number(), tree_.on_disk(folder).c_str(), told | links);
  if (number < 0) return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
  folders_.insert_or_assign(number, folder);
  WatchedTree::Entries entries = tree_.entries(folder);
  has_link_ = has_link_ || entries.has_link;
  changes.paths.insert(entries.files.begin(), entries.files.end());
  return std::all_of(entries.folders.begin(), entries.folders.end(),
                     [&](const std::string& inner) { return watch(inner, changes); });
}

void FolderNotices::drop(const std::string& folder) {
  std::erase_if(folders_, [&](const auto& known) {
    const auto& [number, path] = known;
    if (path != folder && !path.starts_with(folder + "/")) return false;
    ::inotify_rm_watch(notices_.number(), number);
    return true;
  });
}

std::optional<FileChanges> FolderNotices::wait(milliseconds longest) {
  const Time end = Clock::now() + longest;
  FileChanges changes;
  do {
    if (!is_ready(end)) return changes;
    if (!read(changes)) return std::nullopt;
  } while (changes.empty() && Clock::now() < end);
  const Time latest = Clock::now() + longest_burst;
  while (!changes.empty() && Clock::now() < latest && is_ready(std::min(Clock::now() + quiet, latest))) {
    if (!read(changes)) return std::nullopt;
  }
  changes.all = changes.all || (has_link_ && !changes.empty());
  return changes;
}

bool FolderNotices::is_ready(Time until) const {
  const auto left = std::chrono::ceil<milliseconds>(until - Clock::now()).count();
  pollfd waited{notices_.number(), POLLIN, 0};
  return ::poll(&waited, 1, static_cast<int>(std::max<std::int64_t>(left, 0))) > 0;
}

bool FolderNotices::read(FileChanges& changes) {
  alignas(inotify_event) std::array<char, 65536> bytes;
  const ssize_t size = ::read(notices_.number(), bytes.data(), bytes.size());
  if (size <= 0) return size < 0 && (errno == EAGAIN || errno == EINTR);
  for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
    const auto* event = reinterpret_cast<const inotify_event*>(bytes.data() + at);
    if ((event->mask & IN_Q_OVERFLOW) != 0) {
      changes.all = true;
      return begin();
    }
    if (!take(*event, changes)) return false;
    at += sizeof(inotify_event) + event->len;
  }
  return true;
}

bool FolderNotices::take(const inotify_event& event, FileChanges& changes) {
  const auto known = folders_.find(event.wd);
  if (known == folders_.end()) return true;
  const bool is_root = known->second.empty();
  if ((event.mask & IN_IGNORED) != 0) {
    folders_.erase(known);
    return !is_root;
  }
  if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) != 0) return !is_root;
  const std::string folder = known->second;
  return event.len == 0 || take_entry(folder, event, changes);
}

bool FolderNotices::take_entry(const std::string& folder, const inotify_event& event, FileChanges& changes) {
  if (!tree_.is_watched(folder, event.name)) return true;
  std::string path = path_in(folder, event.name);
  const bool has_come = (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0;
  if ((event.mask & IN_ISDIR) == 0) {
    has_link_ = has_link_ || (has_come && is_link(tree_.on_disk(path)));
    changes.paths.insert(std::move(path));
    return true;
  }
  if (has_come) return watch(path, changes);
  drop(path);
  changes.all = changes.all || (event.mask & IN_MOVED_FROM) != 0;
  return true;
}

}  // namespace framewright
