#pragma once

#include "base/diagnostic.h"
#include "model/repository.h"
#include "port/toml.h"

namespace framewright {

// Reads [repository] of site.toml. Links to files that cannot be made, without an address or at a host of no known
// kind, are a finding of the rule bad-config.
Repository read_repository(const TomlValue& table, Diagnostics& diagnostics);

}  // namespace framewright
