#pragma once

#include "register/register_lists.h"

namespace framewright {

// The list of all contracts in each of its orders. The first, by title, stands in for the index of contracts; its first
// page also leads to all other pages of the register and holds the filter.
void plan_whole_list(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan);

}  // namespace framewright
