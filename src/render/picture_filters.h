#pragma once

#include "template/filter.h"

namespace framewright {

// Adds the filters that draw items, and those that put them in the order in which they are drawn and listed.
void add_picture_filters(Filters& filters);

}  // namespace framewright
