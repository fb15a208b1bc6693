#pragma once

#include "model/config.h"
#include "model/model.h"
#include "model/site_plan.h"

namespace framewright {

// Plans the results page, search/, and the index that it searches, unless the site has its search off. Comes after
// every other plan, as the pages that they make are found too. The index is made when it is written: a check costs
// nothing. `model`, `config` and `plan` outlive what is planned.
void plan_search(const Model& model, const Config& config, bool drafts, SitePlan& plan);

}  // namespace framewright
