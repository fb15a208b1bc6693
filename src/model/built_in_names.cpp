#include "model/built_in_names.h"

#include <stdexcept>

#include "port/toml.h"

namespace framewright {

BuiltInNames::BuiltInNames(std::string_view toml) {
  Diagnostics diagnostics;
  for (const TomlEntry& entry : parse_toml(toml, no_file, 0, diagnostics).root.entries)
    names_.emplace(entry.key, entry.value.text);
  if (names_.empty()) throw std::logic_error("the built-in names cannot be read");
}

std::string_view BuiltInNames::find(std::string_view code) const {
  const auto found = names_.find(code);
  return found == names_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace framewright
