#pragma once

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace framewright {

// What the files of port/ that deal with the disk share.

// Throws EnvironmentError: "cannot write public/x.html: there is no space left on the disk".
[[noreturn]] void fail_with_system_error(const std::string& doing, const std::string& path, int error);

// A file descriptor that is closed at the end; a negative one is none.
class Descriptor {
public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  int value() const { return value_; }
  int release() { return std::exchange(value_, -1); }

private:
  int value_;
};

// Up to `count` bytes from `offset` of an open file; fewer only at its end. Throws EnvironmentError.
std::size_t read_at(int descriptor, char* out, std::size_t count, std::uint64_t offset, const std::string& path);

// Opens a folder to list it; a link is not followed. Negative, with errno set, when it cannot.
int open_folder_at(int at, const std::string& path);

}  // namespace framewright
