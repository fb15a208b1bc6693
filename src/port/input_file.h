#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "port/descriptor.h"

namespace framewright {

// A file opened for reading, a large one that is not to be held in memory.
class InputFile {
public:
  // Follows links. Throws EnvironmentError, also for what is not a regular file.
  explicit InputFile(const std::string& path);
  std::uint64_t size() const { return size_; }  // when it was opened
  // Up to `count` bytes from `offset`; fewer only at the end. Throws EnvironmentError.
  std::size_t read(char* out, std::size_t count, std::uint64_t offset) const;

private:
  friend class Folder;
  InputFile(Descriptor file, std::string path, std::uint64_t size)
      : path_(std::move(path)), file_(std::move(file)), size_(size) {}

  std::string path_;
  Descriptor file_;
  std::uint64_t size_ = 0;
};

}  // namespace framewright
