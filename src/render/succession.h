#pragma once

#include <string_view>
#include <vector>

#include "template/value.h"

namespace framewright {

// Items as each follows another by a link that leads to the next: from the first of the list along the link, then from
// the first that is left, and so on. An item without the link, or whose next is not in the list, ends a run. Each
// stands once, in a circle too.
std::vector<Value> in_succession(const List& items, std::string_view link);

}  // namespace framewright
