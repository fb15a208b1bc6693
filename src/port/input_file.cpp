#include "port/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "port/descriptor.h"
#include "port/files.h"

namespace framewright {

InputFile::InputFile(const std::string& path)
    : path_(path), descriptor_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {
  struct stat facts = {};
  if (descriptor_ < 0) fail_with_system_error("read", path, errno);
  Descriptor guard(descriptor_);
  if (::fstat(descriptor_, &facts) != 0) fail_with_system_error("read", path, errno);
  if (S_ISDIR(facts.st_mode)) fail_with_system_error("read", path, EISDIR);
  if (!S_ISREG(facts.st_mode)) throw EnvironmentError("cannot read " + path + ": it is not a file");
  size_ = static_cast<std::uint64_t>(facts.st_size);
  guard.release();
}

InputFile::~InputFile() { ::close(descriptor_); }

std::size_t InputFile::read(char* out, std::size_t count, std::uint64_t offset) const {
  return read_at(descriptor_, out, count, offset, path_);
}

}  // namespace framewright
