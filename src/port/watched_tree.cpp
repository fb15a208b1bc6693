#include "port/watched_tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "port/files.h"
#include "port/open_folder.h"

namespace framewright {

namespace {

unsigned char type_of(const dirent& entry, DIR* folder) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type;
  struct stat status {};
  if (::fstatat(::dirfd(folder), entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return DT_UNKNOWN;
  return static_cast<unsigned char>(IFTODT(status.st_mode));
}

}  // namespace

bool WatchedTree::is_watched(std::string_view folder, std::string_view name) const {
  return !is_passed_over(name) && !(folder.empty() && left_out_.contains(std::string(name)));
}

WatchedTree::Entries WatchedTree::entries(const std::string& folder) const {
  Entries entries;
  const OpenFolder open(::opendir(on_disk(folder).c_str()));
  if (!open) return entries;
  while (const dirent* entry = ::readdir(open.get())) {
    if (!is_watched(folder, entry->d_name)) continue;
    const unsigned char type = type_of(*entry, open.get());
    if (type == DT_DIR) entries.folders.push_back(path_in(folder, entry->d_name));
    if (type == DT_REG || type == DT_LNK) entries.files.push_back(path_in(folder, entry->d_name));
    entries.has_link = entries.has_link || type == DT_LNK;
  }
  return entries;
}

}  // namespace framewright
