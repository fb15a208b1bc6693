#pragma once

#include "model/config.h"
#include "model/site_plan.h"
#include "model/values.h"
#include "register/register.h"

namespace framewright {

// Plans the pages, the data and the supplements of a register that is not empty. What is planned borrows from the
// arguments.
void plan_register(const Register& contracts, const ModelValues& values, SitePlan& plan);

}  // namespace framewright
