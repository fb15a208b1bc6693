#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace framewright {

// The memory of one cmark tree: taken in large blocks, given back as a whole. Freed pieces are used again, so that a
// text never holds more than it would with malloc. Memory is zeroed when handed out, as calloc does.
class MarkdownArena {
public:
  void* allocate(std::size_t size);
  void* resize(void* piece, std::size_t size);
  void release(void* piece);
  // Forgets every piece; keeps a few blocks for the next text.
  void reset();

private:
  struct Header {
    std::size_t size;  // that of its class
    Header* next;
  };
  static constexpr std::size_t block_size = std::size_t{256} * 1024;
  static constexpr std::size_t class_count = 64 + 48;
  static std::size_t class_of(std::size_t size);
  static std::size_t size_of_class(std::size_t index);
  Header* take(std::size_t size);

  std::vector<std::unique_ptr<std::byte[]>> blocks_;  // each block_size
  std::vector<std::unique_ptr<std::byte[]>> large_;
  std::size_t block_ = 0;  // the block in use
  std::size_t used_ = 0;   // bytes of it
  Header* free_[class_count] = {};
};

}  // namespace framewright
