#pragma once

#include "model/config.h"
#include "model/site_plan.h"

namespace framewright {

// The page of the accessibility statement, made of [accessibility] of site.toml. The plan borrows from the
// configuration.
void plan_accessibility_page(const Config& config, SitePlan& plan);

}  // namespace framewright
