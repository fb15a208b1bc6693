#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace framewright {

// Inner part of port/files and port/disk: an open file, closed when it goes out of scope.
class Descriptor {
public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  // Closes it now; false when the system then reports that a write had failed.
  bool close();

private:
  int number_;
};

// Everything to the end of the file, `size` bytes as far as is known; nothing, with errno set, when it cannot be read.
std::optional<std::string> read_to_end(const Descriptor& file, std::size_t size);

}  // namespace framewright
