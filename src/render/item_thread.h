#pragma once

#include <vector>

#include "model/model.h"
#include "render/page.h"
#include "template/value.h"

namespace framewright {

// The golden thread of an item: what it is there for, itself, and what is there for it, near and far, along the links
// that are declared with `thread = true` and from nested items to the one they stand in. A list of steps, one a type,
// each before the types that lead to it: `label` ("Strategies"), `items` and `here` (whether it is the item's own
// step). Items that are not published or that no page shows are left out. Empty when nothing leads to it or from it.
Value item_thread(const Page& page, ItemId item);

}  // namespace framewright
