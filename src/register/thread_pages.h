#pragma once

#include <memory>

#include "model/site_plan.h"
#include "register/register_lists.h"

namespace framewright {

// The pages that show how money follows need: "golden-thread/", all outcomes against what is done for them and all
// standards against what shows that they are met, and one for each outcome below it. None for a site without outcomes.
void plan_thread_pages(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan);

// Where the thread of an outcome is read: "golden-thread/ready-for-school/"; empty for any other item, and where it has
// no page.
std::string thread_address(const Register& contracts, ItemId outcome);

}  // namespace framewright
