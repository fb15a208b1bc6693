#include "model/cpv.h"

#include <map>
#include <stdexcept>
#include <string>

#include "model/built_in.h"
#include "port/toml.h"

namespace framewright {

namespace {

using Names = std::map<std::string, std::string, std::less<>>;

Names read_names(std::string_view toml) {
  Diagnostics diagnostics;
  Names names;
  for (const TomlEntry& entry : parse_toml(toml, no_file, 0, diagnostics).root.entries)
    names.emplace(entry.key, entry.value.text);
  if (names.empty()) throw std::logic_error("the built-in names cannot be read");
  return names;
}

std::string_view find_name(const Names& names, std::string_view key) {
  const auto found = names.find(key);
  return found == names.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

std::string_view cpv_division(std::string_view code) { return code.substr(0, 2); }

std::string_view cpv_division_name(std::string_view division) {
  static const Names names = read_names(built_in_cpv());
  return find_name(names, division);
}

std::string_view notice_name(std::string_view code) {
  static const Names names = read_names(built_in_notices());
  return find_name(names, code);
}

}  // namespace framewright
