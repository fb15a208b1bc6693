#pragma once

#include <string>

#include "model/schema.h"

namespace framewright {

// JSON Schema (draft 2020-12) of what authors write, for editors that check and complete TOML.

// Every type: `$defs` holds under its name what one item may say, the front matter of a page.
std::string types_schema(const Schema& schema);

// A collection of one type, such as content/principles/principles.toml: one table an item, with the same `$defs`.
std::string collection_schema(const Schema& schema, TypeId type);

}  // namespace framewright
