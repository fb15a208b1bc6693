#pragma once

#include "base/diagnostic.h"
#include "model/schema.h"
#include "port/toml.h"

namespace framewright {

// Builds the types of a site from the built-in declarations and then the site's own, both the root of a TOML file with
// [any] and [type.NAME] tables: what comes later adds to what is there, or replaces it by name. Mistakes are findings
// of the rule bad-config at their place.
Schema read_schema(const TomlValue& built_in, const TomlValue& site, Diagnostics& diagnostics);

}  // namespace framewright
