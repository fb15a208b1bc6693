#pragma once

#include <functional>
#include <string_view>

#include "model/model.h"

namespace framewright {

// Calls `read` with all words of the site by the item that they stand in: blocks of texts, titles, fields. Not ids,
// addresses or code.
void for_each_words(const Model& model, const std::function<void(ItemId owner, std::string_view words)>& read);

}  // namespace framewright
