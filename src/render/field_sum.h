#pragma once

#include <string_view>

#include "template/value.h"

namespace framewright {

// Adds up a member of the items of a list, money or whole numbers; empty when there are both, or none, or more than can
// be told.
Value sum_of(const List& items, std::string_view name);

}  // namespace framewright
