#pragma once

#include "model/site_plan.h"
#include "model/values.h"
#include "register/register.h"

namespace framewright {

// Plans the pages of a register that is not empty, what it adds to the pages of items, the data of its filter and its
// feed. Nothing is planned where contracts have no pages of their own. What is planned borrows from the arguments,
// `plan` included.
void plan_register_pages(const Register& contracts, const ModelValues& values, SitePlan& plan);

}  // namespace framewright
