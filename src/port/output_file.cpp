#include "port/output_file.h"

#include <unistd.h>

#include <cerrno>

#include "port/folder_access.h"

namespace framewright {

void OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file_.number(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) fail_with_system_words("write", path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

// A network file system may tell of a full disk only now.
void OutputFile::close() {
  if (!file_.close() && errno != EINTR) fail_with_system_words("write", path_, errno);
}

}  // namespace framewright
