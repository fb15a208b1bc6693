#pragma once

#include "register/register_lists.h"

namespace framewright {

// For each facet a page with a chart and a table of its values, and for each value the list of its contracts.
void plan_facet_pages(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan);

}  // namespace framewright
