#include "register/register_plan.h"

#include "register/register_files.h"

namespace framewright {

void plan_register(const Register& contracts, const ModelValues& values, SitePlan& plan) {
  plan_register_files(contracts, plan);
  if (contracts.empty()) return;
  (void)values;
}

}  // namespace framewright
