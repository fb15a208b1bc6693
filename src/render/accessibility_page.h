#pragma once

#include "model/config.h"
#include "model/model.h"
#include "model/site_plan.h"

namespace framewright {

inline constexpr std::string_view accessibility_address = "accessibility/";

// The page of the accessibility statement, made of [accessibility] of site.toml. A page that an author has written at
// its address stands in its place. The plan borrows from the configuration.
void plan_accessibility_page(const Config& config, const Model& model, SitePlan& plan);

}  // namespace framewright
