#include "model/config.h"

namespace framewright {

const SourceSettings& Config::source(std::string_view path) const {
  static const SourceSettings usual;
  for (const SourceSettings& settings : sources)
    if (settings.path == path) return settings;
  return usual;
}

const Regime* Config::regime(std::string_view name) const {
  for (const Regime& each : regimes)
    if (each.name == name) return &each;
  return nullptr;
}

std::vector<const Regime*> Config::regimes_in_use() const {
  std::vector<const Regime*> used;
  for (const std::string& name : contracts.regimes)
    if (const Regime* each = regime(name)) used.push_back(each);
  return used;
}

}  // namespace framewright
