#pragma once

#include "model/site_plan.h"
#include "register/register.h"

namespace framewright {

// Plans the data files of a register: CSV, JSON, JSON Lines, OCDS and what describes them. Nothing is planned for a
// site without contracts, suppliers and grants. The plan borrows from the register.
void plan_register_files(const Register& contracts, SitePlan& plan);

}  // namespace framewright
