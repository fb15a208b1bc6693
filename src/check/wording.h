#pragma once

#include <string>
#include <string_view>

#include "model/model.h"

namespace framewright {

std::string quoted(std::string_view text);

// An item in a message: "S3" (Safeguarding), or only its title where the id is a path.
std::string item_words(const Model& model, ItemId item);

// Where an item is named: its title if it has one and no id is written, else its id.
Span place_of(const Item& item);

}  // namespace framewright
