#include "port/markdown_arena.h"

#include <bit>
#include <cstring>
#include <new>

namespace framewright {

namespace {

constexpr std::size_t step = 16;
constexpr std::size_t small_classes = 64;  // multiples of 16 up to 1,024; powers of two beyond
constexpr std::size_t kept_blocks = 16;

}  // namespace

std::size_t MarkdownArena::class_of(std::size_t size) {
  if (size <= small_classes * step) return size == 0 ? 0 : (size - 1) / step;
  return small_classes + static_cast<std::size_t>(std::bit_width(size - 1)) - 11;
}

std::size_t MarkdownArena::size_of_class(std::size_t index) {
  return index < small_classes ? (index + 1) * step : std::size_t{1} << (index - small_classes + 11);
}

MarkdownArena::Header* MarkdownArena::take(std::size_t size) {
  const std::size_t whole = size + sizeof(Header);
  if (whole > block_size / 4) {
    large_.push_back(std::unique_ptr<std::byte[]>(new std::byte[whole]));
    return new (large_.back().get()) Header{size, nullptr};
  }
  if (blocks_.empty() || used_ + whole > block_size) {
    if (!blocks_.empty()) ++block_;
    if (block_ == blocks_.size()) blocks_.push_back(std::unique_ptr<std::byte[]>(new std::byte[block_size]));
    used_ = 0;
  }
  Header* header = new (blocks_[block_].get() + used_) Header{size, nullptr};
  used_ += whole;
  return header;
}

void* MarkdownArena::allocate(std::size_t size) {
  const std::size_t index = class_of(size);
  Header* header = free_[index];
  if (header != nullptr)
    free_[index] = header->next;
  else
    header = take(size_of_class(index));
  std::memset(header + 1, 0, size);
  return header + 1;
}

void* MarkdownArena::resize(void* piece, std::size_t size) {
  if (piece == nullptr) return allocate(size);
  const Header* header = static_cast<Header*>(piece) - 1;
  if (size <= header->size) return piece;
  void* grown = allocate(size);
  std::memcpy(grown, piece, header->size);
  release(piece);
  return grown;
}

void MarkdownArena::release(void* piece) {
  if (piece == nullptr) return;
  Header* header = static_cast<Header*>(piece) - 1;
  Header*& first = free_[class_of(header->size)];
  header->next = first;
  first = header;
}

void MarkdownArena::reset() {
  large_.clear();
  if (blocks_.size() > kept_blocks) blocks_.resize(kept_blocks);
  block_ = 0;
  used_ = 0;
  for (Header*& first : free_) first = nullptr;
}

}  // namespace framewright
