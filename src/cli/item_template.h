#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/schema.h"

namespace framewright {

// The text of a new item: the fields and links that its type requires stand ready to be filled in, the others as
// comments that say what each is for.
struct ItemTemplate {
  std::string text;
  std::vector<std::string> to_fill;  // names of the required fields and links, "the text"
};

// A Markdown file. `id` is empty when the name of the file is the id.
ItemTemplate page_template(const Schema& schema, TypeId type, std::string_view id, std::string_view title);

// A table of a TOML collection: [P13] and its keys.
ItemTemplate table_template(const Schema& schema, TypeId type, std::string_view id, std::string_view title);

}  // namespace framewright
