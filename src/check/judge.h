#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/config.h"
#include "model/model.h"

namespace framewright {

// The findings of a site as it wants them told.
struct Judgement {
  Diagnostics findings;            // sorted
  std::vector<Diagnostic> waived;  // those that a waiver lets stand, in the order in which they were found
};

// Gives all findings of a site the severities of site.toml, leaves out those of rules that are off, and sets aside
// those that a waiver lets stand. Reports waivers that no longer hold (expired-waiver), that match nothing
// (unused-waiver, unless a file could not be read) or that name no rule (bad-config). Call once, when all findings are
// there. A waiver of site.toml holds for an item (`at` is its id, or type:id) with all that stands in it, or for a path
// from the site's root or below content/, or for all paths below one. A waiver of front matter holds for its file.
Judgement judge(Diagnostics&& found, const Model& model, const Config& config);

}  // namespace framewright
