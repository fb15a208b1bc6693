#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace framewright {

// The items that a word on the command line may mean: `type:id`, an id, else an id or a title in any case.
std::vector<ItemId> items_called(const Model& model, std::string_view word);

// "nothing has the id …", with the nearest; or what the word may mean, a line each.
std::string unknown_item(const Model& model, std::string_view word);
std::string ambiguous_item(const Model& model, std::string_view word, const std::vector<ItemId>& items);

// All that the site says of an item: where it stands and is read, its fields, its links both ways in words, and the
// places of the text that mention it.
std::string item_text(const Model& model, ItemId item);
std::string item_json(const Model& model, ItemId item);

}  // namespace framewright
