#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "cli/site_run.h"

namespace framewright {

// The findings of a site as a draft may publish them: one at an item that withholds something, or one that quotes what
// is withheld, keeps its rule and its place and says no more than that. `framewright check` tells all.
std::vector<Diagnostic> publishable_findings(const SiteRun& run);

}  // namespace framewright
