#pragma once

#include "base/diagnostic.h"
#include "load/sources.h"
#include "model/config.h"

namespace framewright {

// Settles the ids of what was read: takes them from the key `id`, joins files that complete an item of a collection to
// it, leaves out the second of two items with one id, and puts all in reading order: home, each framework with its
// chapters, the other pages, then the types as declared.
void settle_items(Sources& sources, const Config& config, Diagnostics& diagnostics);

// Whether an id can stand in an address and after a #.
bool is_usable_id(std::string_view id);

}  // namespace framewright
