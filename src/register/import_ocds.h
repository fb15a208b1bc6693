#pragma once

#include <string_view>

#include "base/source.h"
#include "model/config.h"
#include "register/imported_register.h"

namespace framewright {

// Reads a release package or a record package of OCDS 1.1: of each process what is known last. Processes whose ocid is
// not the site's prefix and the id keep it. What no field holds is reported by its path.
ImportedRegister import_ocds(std::string_view text, FileId file, const Config& config, ImportReport& report);

}  // namespace framewright
