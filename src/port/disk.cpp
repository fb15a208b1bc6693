#include "port/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

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

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

void replace_file(const std::string& path, std::string_view bytes) {
  const std::string fresh = path + ".new" + std::to_string(::getpid());
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

bool path_exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

bool path_is_folder(const std::string& path) { return is_folder(path); }

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
  if (error == EEXIST && is_folder(path)) return;
  fail("cannot make the folder " + path, error == EEXIST ? ENOTDIR : error);
}

}  // namespace framewright
