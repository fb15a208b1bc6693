#pragma once

#include <string>
#include <string_view>

#include "template/evaluation.h"
#include "template/value.h"

namespace framewright {

// Items in groups by a member, each with a value: how many there are, or a member of theirs added up; a list of `key`,
// `label` (the key in words; `no_key` for none), `item` (the key where it is one) and `value` (empty when no item has
// one). In order of the keys if `in_order`, else as they come; what has no key last. An item with several values stands
// in each of their groups. Without `by` each item is a group.
struct Tally {
  std::string_view by, value;
  std::string_view no_key;
  bool in_order = false;
};
Value tally_of(const List& items, const Tally& tally, const Formats& formats, Arena& arena);

}  // namespace framewright
