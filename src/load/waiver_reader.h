#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "model/waiver.h"
#include "port/toml.h"

namespace framewright {

// One waiver, of site.toml (where it must say what it is for, by `at`) or of front matter. Nothing after a finding.
std::optional<Waiver> read_waiver(const TomlValue& table, const std::string& what, bool needs_place,
                                  Diagnostics& diagnostics);

}  // namespace framewright
