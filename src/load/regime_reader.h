#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/regime.h"
#include "port/toml.h"

namespace framewright {

// The regimes of the program, changed and added to by [regime.NAME] of site.toml. A setting that the site gives takes
// the place of the built-in one; a list takes the place of the whole list.
std::vector<Regime> read_regimes(const TomlValue& built_in, const TomlValue& site, Diagnostics& diagnostics);

}  // namespace framewright
