#include <dirent.h>
#include <fcntl.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>

#include "base/parallel.h"
#include "port/descriptor.h"
#include "port/folder.h"
#include "port/folder_access.h"
#include "port/open_folder.h"

namespace framewright {

namespace {

bool is_self_or_parent(const char* name) { return std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0; }

struct Entry {
  std::string name;
  bool folder;  // surely; false may also be unknown
};

// Takes the descriptor of the folder.
std::vector<Entry> entries_of(int descriptor, const std::string& path) {
  const OpenFolder directory(::fdopendir(descriptor));
  if (!directory) {
    const int error = errno;
    ::close(descriptor);
    fail_with_system_words("read", path, error);
  }
  std::vector<Entry> entries;
  errno = 0;
  while (const dirent* entry = ::readdir(directory.get())) {
    if (!is_self_or_parent(entry->d_name)) entries.push_back({entry->d_name, entry->d_type == DT_DIR});
    errno = 0;
  }
  if (errno != 0) fail_with_system_words("read", path, errno);
  return entries;
}

std::size_t remove_folder(int at, const std::string& name, const std::string& path);

std::size_t remove_entry(int at, const Entry& entry, const std::string& path) {
  if (entry.folder) return remove_folder(at, entry.name, path);
  if (::unlinkat(at, entry.name.c_str(), 0) == 0) return 1;
  if (errno == ENOENT) return 0;
  if (errno == EISDIR) return remove_folder(at, entry.name, path);
  fail_with_system_words("remove", path, errno);
}

Descriptor open_to_remove(int at, const std::string& name, const std::string& path) {
  const int descriptor = open_folder_at(at, name);
  if (descriptor < 0) fail_with_system_words("remove", path, errno);
  return Descriptor(descriptor);
}

void remove_empty(int at, const std::string& name, const std::string& path) {
  if (::unlinkat(at, name.c_str(), AT_REMOVEDIR) != 0 && errno != ENOENT) fail_with_system_words("remove", path, errno);
}

std::vector<Entry> entries_of(const Descriptor& folder, const std::string& path) {
  return entries_of(::fcntl(folder.number(), F_DUPFD_CLOEXEC, 0), path);
}

// Depth is bounded by the open files that a process may have, one a level.
std::size_t remove_folder(int at, const std::string& name, const std::string& path) {
  const Descriptor folder = open_to_remove(at, name, path);
  std::size_t files = 0;
  for (const Entry& entry : entries_of(folder, path))
    files += remove_entry(folder.number(), entry, path + "/" + entry.name);
  remove_empty(at, name, path);
  return files;
}

// The contents of a folder but for `last`, shared out among the processors by what is on the second level.
std::size_t remove_contents(const Descriptor& folder, const std::string& path, std::string_view last) {
  std::vector<Entry> shares, folders;
  for (Entry& top : entries_of(folder, path)) {
    if (top.name == last) continue;
    if (!top.folder) {
      shares.push_back(std::move(top));
      continue;
    }
    const std::string inner_path = path + "/" + top.name;
    for (Entry& inner : entries_of(open_to_remove(folder.number(), top.name, inner_path), inner_path))
      shares.push_back({top.name + "/" + inner.name, inner.folder});
    folders.push_back(std::move(top));
  }
  std::atomic<std::size_t> files = 0;
  parallel_for(shares.size(), std::min<std::size_t>(processor_count(), 4), [&](std::size_t index, std::size_t) {
    files += remove_entry(folder.number(), shares[index], path + "/" + shares[index].name);
  });
  for (const Entry& empty : folders) remove_empty(folder.number(), empty.name, path + "/" + empty.name);
  return files;
}

}  // namespace

std::vector<std::string> Folder::names() const {
  const int again = ::openat(descriptor_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (again < 0) fail_with_system_words("read", name_, errno);
  std::vector<std::string> names;
  for (Entry& entry : entries_of(again, name_)) names.push_back(std::move(entry.name));
  return names;
}

std::size_t Folder::remove(const std::string& path, std::string_view last) const {
  if (kind(path) != PathKind::folder) return remove_entry(descriptor_, {path, false}, named(path));
  std::size_t files = 0;
  {
    const Descriptor folder = open_to_remove(descriptor_, path, named(path));
    files = remove_contents(folder, named(path), last);
    if (!last.empty()) files += remove_entry(folder.number(), {std::string(last), false}, named(path));
  }
  remove_empty(descriptor_, path, named(path));
  return files;
}

}  // namespace framewright
