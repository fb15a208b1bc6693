#pragma once

#include "base/diagnostic.h"
#include "model/config.h"
#include "port/toml.h"

namespace framewright {

// Reads the regimes of the program, changed and added to by [regime.NAME] of site.toml, into the configuration. A
// setting that the site gives takes the place of the built-in one; a list takes the place of the whole list. A regime
// that the register is said to be under and that is none is reported, and left out of those in use.
void read_regimes(const TomlValue& built_in, const TomlValue& site, Config& config, Diagnostics& diagnostics);

}  // namespace framewright
