#pragma once

#include <vector>

#include "model/model.h"

namespace framewright {

// Takes items out of a model, with the items nested in them, their texts and all that leads to them; the others move
// up, so every ItemId and TextId from before is void. `gone` has an entry for each item. Model::index() is called.
void remove_items(Model& model, std::vector<bool> gone);

}  // namespace framewright
