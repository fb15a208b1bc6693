#pragma once

#include <optional>
#include <string_view>

#include "base/html.h"
#include "render/page.h"

namespace framewright {

// A field, link or nested list of an item as readers see it: dates and money written out, a choice or a status with a
// capital, addresses as links, items as links that read as references do. Nothing when the item's type knows no such
// name.
std::optional<Html> field_markup(const Page& page, ItemId item, std::string_view name);

// A link to an item, reading as a reference to it does.
void append_item_link(const Page& page, ItemId item, std::string& out);

}  // namespace framewright
