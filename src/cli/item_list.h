#pragma once

#include <string>

#include "model/model.h"

namespace framewright {

// One line a type: its name, how many items there are of it, where they are written.
std::string counts_list(const Model& model);
std::string counts_json(const Model& model);

// One line an item of a type, in reading order: its id, its title and, where it has one, its status.
std::string items_list(const Model& model, TypeId type);
std::string items_json(const Model& model, TypeId type);

// Where it is read, from the root of the site: "/standards/S3/", "/glossary/#care"; empty for what is left out of it.
std::string item_address(const Item& item);

// "adopted", "draft" of an item that is left out of the published site; empty for neither.
std::string item_status(const Model& model, ItemId item);

}  // namespace framewright
