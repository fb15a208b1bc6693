#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace framewright {

// Finds the place of a thing in a list by a key that the thing holds itself, so that no key is kept twice: eight bytes
// a slot, and no allocation for each entry. Whoever asks gives the hash of the key and tells whether the thing at a
// place has it. Hashes are those of std::hash or of the like; places are below `none`.
class IndexTable {
public:
  static constexpr std::uint32_t none = 0xffffffff;
  static std::size_t hash_of(std::string_view key) { return std::hash<std::string_view>{}(key); }

  IndexTable() = default;
  // For so many entries; it grows beyond them by itself.
  explicit IndexTable(std::size_t entries);

  // The place kept under the hash that `same` holds for; none when there is no such.
  template <class Same>
  std::uint32_t find(std::size_t hash, const Same& same) const {
    return slots_.empty() ? none : slots_[slot_of(hash, same)].index;
  }

  // Keeps the place, unless `same` holds for one that is kept already. Gives the one that is kept.
  template <class Same>
  std::uint32_t add(std::size_t hash, std::uint32_t index, const Same& same) {
    if ((used_ + 1) * 4 > slots_.size() * 3) grow();
    Slot& slot = slots_[slot_of(hash, same)];
    if (slot.index != none) return slot.index;
    slot = {static_cast<std::uint32_t>(hash), index};
    ++used_;
    return index;
  }

private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t index = none;
  };

  // The slot that holds it, or the free one where it would be put.
  template <class Same>
  std::size_t slot_of(std::size_t hash, const Same& same) const {
    const auto kept = static_cast<std::uint32_t>(hash);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = kept & mask;
    while (slots_[at].index != none && (slots_[at].hash != kept || !same(slots_[at].index))) at = (at + 1) & mask;
    return at;
  }
  void grow();

  std::vector<Slot> slots_;  // a power of two of them, at least a quarter free
  std::size_t used_ = 0;
};

}  // namespace framewright
