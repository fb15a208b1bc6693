#pragma once

#include "register/register_lists.h"

namespace framewright {

// Grants as rows with their total: `rows` (`item`, `recipients`, `recipient`), `count`, `value`, `not_known` (how many
// have no value) and `more` (the address of the whole list; empty where all rows stand here).
Table& grants_section(const RegisterLists& lists, std::span<const ItemId> grants, std::size_t most,
                      const std::string& more, Arena& arena);

// The list of all grants, which stands in for the index of their type.
void plan_grant_pages(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan);

}  // namespace framewright
