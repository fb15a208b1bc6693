#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "load/sources.h"
#include "model/config.h"

namespace framewright {

// Settles the ids of what was read: takes them from the key `id`, joins files that complete an item of a collection to
// it, leaves out the second of two items with one id, and puts all in reading order: home, each framework with its
// chapters, the other pages, then the types as declared. `files` holds the texts of CSV rows.
void settle_items(Sources& sources, const SourceFiles& files, const Config& config, Diagnostics& diagnostics);

// Whether an id can stand in an address and has the form that its type asks for; a finding when not.
bool check_id(const std::string& id, Span where, const TypeDef& type, Diagnostics& diagnostics);

// The number that a cell of the field `order` says; the greatest there is when it says none, so that the item comes
// last.
std::int64_t order_of(std::string_view cell);

// Reports the second of two items of one id.
void report_duplicate_id(const TypeDef& type, const std::string& id, Span second, Span first, Diagnostics& diagnostics);

// Whether an id can stand in an address and after a #.
bool is_usable_id(std::string_view id);

}  // namespace framewright
