#pragma once

#include <cstdint>
#include <string_view>

namespace framewright {

inline constexpr std::uint64_t empty_hash = 14695981039346656037ULL;

// FNV-1a, 64 bits: the same on every machine, to tell one text from another. Goes on from the hash of what was before.
// Not for secrets.
constexpr std::uint64_t fnv_hash(std::string_view bytes, std::uint64_t before = empty_hash) {
  for (const char c : bytes) before = (before ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return before;
}

}  // namespace framewright
