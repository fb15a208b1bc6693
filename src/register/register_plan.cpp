#include "register/register_plan.h"

#include "register/register_files.h"
#include "register/register_pages.h"

namespace framewright {

void plan_register(const Register& contracts, const ModelValues& values, SitePlan& plan) {
  plan_register_files(contracts, plan);
  plan_register_pages(contracts, values, plan);
}

}  // namespace framewright
