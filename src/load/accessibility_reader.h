#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "model/accessibility.h"
#include "port/toml.h"

namespace framewright {

// Reads [accessibility] of site.toml. Nothing, with findings of the rule bad-config, when what a statement must say is
// not there.
std::optional<AccessibilityStatement> read_accessibility(const TomlValue& table, Diagnostics& diagnostics);

}  // namespace framewright
