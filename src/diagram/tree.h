#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "diagram/picture.h"

namespace framewright {

inline constexpr std::size_t deepest_branch = 8;  // deeper ones are drawn as deep as this
inline constexpr std::size_t most_branches = 60;

// One place of a tree, in the order in which it is read: each before what hangs from it.
struct TreeEntry {
  std::string name;
  std::size_t depth = 0;  // 0: a root
};

// Boxes under one another, each further in than the one that it hangs from, with a line to it. The subjects are the
// entries. Nothing to draw for more than `most_branches`.
Picture tree_picture(std::span<const TreeEntry> entries);

}  // namespace framewright
