#include "model/cpv.h"

#include <array>
#include <stdexcept>
#include <string>

#include "base/text.h"
#include "model/built_in.h"
#include "port/toml.h"

namespace framewright {

namespace {

using Divisions = std::array<std::string, 100>;  // by number; empty where there is none

Divisions read_divisions() {
  Diagnostics diagnostics;
  const TomlText toml = parse_toml(built_in_cpv(), no_file, 0, diagnostics);
  if (!toml.readable) throw std::logic_error("the built-in cpv.toml cannot be read");
  Divisions divisions;
  for (const TomlEntry& entry : toml.root.entries) divisions.at(std::stoul(entry.key)) = entry.value.text;
  return divisions;
}

}  // namespace

std::string_view cpv_division(std::string_view code) {
  static const Divisions divisions = read_divisions();
  if (code.size() < 2 || !is_digit(code[0]) || !is_digit(code[1])) return {};
  return divisions.at(static_cast<std::size_t>(code[0] - '0') * 10 + static_cast<std::size_t>(code[1] - '0'));
}

}  // namespace framewright
