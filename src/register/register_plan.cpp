#include "register/register_plan.h"

namespace framewright {

void plan_register(const Register& contracts, const ModelValues& values, SitePlan& plan) {
  if (contracts.empty()) return;
  (void)values;
  (void)plan;
}

}  // namespace framewright
