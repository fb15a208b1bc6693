#include "port/folder_access.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "port/files.h"
#include "port/system_words.h"

namespace framewright {

void fail_with_system_words(const std::string& doing, const std::string& path, int error) {
  throw EnvironmentError("cannot " + doing + " " + path + ": " + system_words(error));
}

std::size_t read_at(int descriptor, char* out, std::size_t count, std::uint64_t offset, const std::string& path) {
  std::size_t done = 0;
  while (done < count) {
    const ssize_t got = ::pread(descriptor, out + done, count - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_with_system_words("read", path, errno);
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

int open_folder_at(int at, const std::string& path) {
  return ::openat(at, path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

}  // namespace framewright
