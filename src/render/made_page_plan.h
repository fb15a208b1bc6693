#pragma once

#include "model/site_plan.h"
#include "model/values.h"
#include "model/words.h"

namespace framewright {

// Plans the pages of made_pages.toml whose items there are. `drafts` are items too when the site has them. The plan
// borrows from the values.
void plan_made_pages(const ModelValues& values, const Words& words, bool drafts, SitePlan& plan);

}  // namespace framewright
