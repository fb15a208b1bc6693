#include "port/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "port/files.h"
#include "port/folder_access.h"

namespace framewright {

InputFile::InputFile(const std::string& path)
    : path_(path), file_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {
  struct stat facts = {};
  if (!file_.is_open() || ::fstat(file_.number(), &facts) != 0) fail_with_system_words("read", path, errno);
  if (S_ISDIR(facts.st_mode)) fail_with_system_words("read", path, EISDIR);
  if (!S_ISREG(facts.st_mode)) throw EnvironmentError("cannot read " + path + ": it is not a file");
  size_ = static_cast<std::uint64_t>(facts.st_size);
}

std::size_t InputFile::read(char* out, std::size_t count, std::uint64_t offset) const {
  return read_at(file_.number(), out, count, offset, path_);
}

}  // namespace framewright
