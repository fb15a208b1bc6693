#include "port/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

#include "port/descriptor.h"
#include "port/system_words.h"

namespace framewright {

namespace {

[[noreturn]] void fail(const std::string& what, int error) {
  throw EnvironmentError(what + ": " + system_words(error));
}

void write_all(const Descriptor& file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("cannot write " + path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string beside(const std::string& path, std::string_view mark) {
  return path + "." + std::string(mark) + std::to_string(::getpid());
}

std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

// Empties and removes a folder by its place in another, so that a link put in its stead is never followed.
void remove_at(int parent, const std::string& name, const std::string& path) {
  if (::unlinkat(parent, name.c_str(), 0) == 0 || errno == ENOENT) return;
  if (errno != EISDIR && errno != EPERM) fail("cannot remove " + path, errno);
  const int folder = ::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0) fail("cannot remove " + path, errno);
  const OpenFolder open(::fdopendir(folder));
  std::vector<std::string> names;
  while (const dirent* entry = ::readdir(open.get())) {
    const std::string_view member = entry->d_name;
    if (member != "." && member != "..") names.emplace_back(member);
  }
  for (const std::string& member : names) remove_at(folder, member, path + "/" + member);
  if (::unlinkat(parent, name.c_str(), AT_REMOVEDIR) != 0 && errno != ENOENT) fail("cannot remove " + path, errno);
}

}  // namespace

void write_file(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!file.is_open()) fail("cannot write " + path, errno);
  write_all(file, bytes, path);
  if (!file.close()) fail("cannot write " + path, errno);
}

void replace_file(const std::string& path, std::string_view bytes) {
  const std::string fresh = beside(path, "new");
  try {
    Descriptor file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!file.is_open()) fail("cannot write " + path, errno);
    write_all(file, bytes, path);
    if (::fsync(file.number()) != 0 || !file.close()) fail("cannot write " + path, errno);
    if (::rename(fresh.c_str(), path.c_str()) != 0) fail("cannot write " + path, errno);
  } catch (const EnvironmentError&) {
    ::unlink(fresh.c_str());
    throw;
  }
}

std::string read_whole(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0) fail("cannot read " + path, errno);
  auto text = read_to_end(file, status.st_size > 0 ? static_cast<std::size_t>(status.st_size) : 0);
  if (!text) fail("cannot read " + path, errno);
  return *std::move(text);
}

void make_folders(const std::string& path) {
  if (path.empty() || ::mkdir(path.c_str(), 0777) == 0) return;
  if (errno == ENOENT) {
    const std::size_t last = path.find_last_not_of('/');
    const std::size_t slash = path.find_last_of('/', last);
    if (slash == std::string::npos || slash == 0) fail("cannot make the folder " + path, ENOENT);
    make_folders(path.substr(0, slash));
    if (::mkdir(path.c_str(), 0777) == 0) return;
  }
  const int error = errno;
  if (error == EEXIST && path_is_folder(path)) return;
  fail("cannot make the folder " + path, error == EEXIST ? ENOTDIR : error);
}

bool hard_link(const std::string& from, const std::string& to) {
  if (::link(from.c_str(), to.c_str()) == 0) return true;
  if (errno == EXDEV || errno == EPERM || errno == EMLINK || errno == EOPNOTSUPP) return false;
  fail("cannot make " + to + " the same file as " + from, errno);
}

void rename_path(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail("cannot rename " + from + " to " + to, errno);
}

void exchange_folders(const std::string& a, const std::string& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) fail("cannot exchange " + a + " and " + b, errno);
  exchange_by_renaming(a, b);
}

void exchange_by_renaming(const std::string& a, const std::string& b) {
  const std::string aside = beside(b, "old");
  rename_path(b, aside);
  try {
    rename_path(a, b);
  } catch (const EnvironmentError&) {
    ::rename(aside.c_str(), b.c_str());
    throw;
  }
  rename_path(aside, a);
}

void remove_tree(const std::string& path) { remove_at(AT_FDCWD, path, path); }

void remove_file(const std::string& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) fail("cannot remove " + path, errno);
}

bool path_exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

bool path_is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::vector<std::string> names_in(const std::string& folder) {
  const OpenFolder open(::opendir(folder.c_str()));
  if (!open) fail("cannot read the folder " + folder, errno);
  std::vector<std::string> names;
  while (const dirent* entry = ::readdir(open.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::uint64_t> file_size(const std::string& path) {
  const auto status = status_of(path);
  if (!status || !S_ISREG(status->st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(status->st_size);
}

std::optional<std::int64_t> changed_at(const std::string& path) {
  const auto status = status_of(path);
  if (!status) return std::nullopt;
  return std::int64_t{status->st_mtim.tv_sec} * 1'000'000'000 + status->st_mtim.tv_nsec;
}

void sync_folder(const std::string& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open() || ::fsync(folder.number()) != 0) fail("cannot make " + path + " safe on the disk", errno);
}

}  // namespace framewright
