#pragma once

#include "model/site_plan.h"
#include "register/data_table.h"

namespace framewright {

// Whether a site can be published in the Open Contracting Data Standard: it has a prefix for its ids, and an address.
bool has_ocds(const Config& config);

// Write the packages of OCDS 1.1.5: each change of each contract, and each contract with its changes and what is known
// now.
void write_release_package(const OpenData& data, const ByteSink& sink);
void write_record_package(const OpenData& data, const ByteSink& sink);

}  // namespace framewright
