#pragma once

#include <string>
#include <string_view>

#include "model/config.h"

namespace framewright {

// The site's own extension of OCDS, which declares the fields that the standard does not have: its description, and the
// patch to the release schema.
std::string ocds_extension(const Config& config);
std::string_view ocds_extension_schema();

}  // namespace framewright
