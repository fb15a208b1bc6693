#pragma once

#include "register/register_lists.h"

namespace framewright {

// The list of suppliers, by name and by value, which stands in for the index of their type.
void plan_supplier_pages(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan);

}  // namespace framewright
