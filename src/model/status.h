#pragma once

#include <string_view>

#include "model/model.h"

namespace framewright {

// The status of an item, or of the item that it stands in; empty for none.
std::string_view status_of(const Model& model, ItemId item);

// Withdrawn or superseded: kept for those who follow an old link, and no longer in force.
bool is_retired(const Model& model, ItemId item);

}  // namespace framewright
