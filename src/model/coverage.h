#pragma once

#include <vector>

#include "model/model.h"

namespace framewright {

// The items that cover an item: those of the types that its type declares (TypeDef::covered_by) which link to it or to
// something nested in it, by whatever relation, or which are nested in such a one. Each once, in reading order.
std::vector<ItemId> covering_items(const Model& model, ItemId item);

}  // namespace framewright
