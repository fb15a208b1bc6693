#pragma once

#include <set>
#include <string>
#include <vector>

#include "render/address_claims.h"
#include "render/routes.h"

namespace framewright {

// Plans the pages that send readers on from old addresses: those of `old_paths`, then those of site.toml. Called when
// everything else has its address, so that a redirect to what is no page or file is a finding.
std::vector<RedirectRoute> plan_redirects(const Model& model, const Config& config, const RouteOptions& options,
                                          AddressClaims& claims, Diagnostics& diagnostics);

// The files of all old addresses, before any is planned: "old/page/index.html".
std::set<std::string> redirected_files(const Model& model, const Config& config, const RouteOptions& options);

}  // namespace framewright
