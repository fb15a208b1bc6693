#pragma once

#include <string_view>
#include <vector>

#include "template/value.h"

namespace framewright {

// One item of a hierarchy, and how many stand above it.
struct Branch {
  Value item;
  std::size_t depth = 0;
};

// The items of a list, each followed by those whose member leads to it ("reports_to"), from those that lead to none of
// the list. Each item stands once, also where they lead round in a circle.
std::vector<Branch> hierarchy_of(const List& items, std::string_view member);

// The same as a list of `item` and `below`, a list alike; what stands deeper than `deepest_branch` stands at that
// depth.
Value hierarchy_value(const std::vector<Branch>& branches, Arena& arena);

}  // namespace framewright
