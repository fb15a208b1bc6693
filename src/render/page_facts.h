#pragma once

#include <string>

#include "render/page.h"
#include "template/value.h"

namespace framewright {

// Fills what docs/owners/templates.md promises of `page`. `root` is the way up to the root of the site and is kept by
// the page.
void describe_page(const Page& page, Table& table, const std::string& root);

// The fields of an item's own type that it has, as a list of `label`, `value`.
Value own_fields(const Page& page, ItemId item);
// The links of an item both ways, as a list of `reads`, `name` (of the link), `back` (whether the others state it),
// `items`; nested items and unpublished ones left out.
Value relations(const Page& page, ItemId item);
// Its nested items, as a list of `title`, `items`.
Value nested_lists(const Page& page, ItemId item);

}  // namespace framewright
