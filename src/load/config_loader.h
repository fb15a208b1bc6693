#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/config.h"
#include "port/files.h"

namespace framewright {

// Reads site.toml and joins the built-in types with the site's own. Without a readable site.toml there is one finding
// and the configuration is the usual one with no title. `today` is the day that findings about time go by.
// `translation` is the code of one of Config::translations, for the configuration of that translation: what its table
// says goes before what the site says, and its address is a folder of the site's.
Config load_config(const FileStore& store, SourceFiles& files, Date today, Diagnostics& diagnostics,
                   std::string_view translation = {});

}  // namespace framewright
