#include "model/config.h"

namespace framewright {

const SourceSettings& Config::source(std::string_view path) const {
  static const SourceSettings usual;
  for (const SourceSettings& settings : sources)
    if (settings.path == path) return settings;
  return usual;
}

}  // namespace framewright
