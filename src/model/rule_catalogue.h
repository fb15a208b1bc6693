#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace framewright {

// A rule that content is checked against, as `framewright explain` tells it.
struct RuleEntry {
  std::string name;
  Severity severity = Severity::error;  // by default; site.toml may set another
  std::string says;                     // what a finding means, in one line
  std::string why;                      // why it matters to readers
  std::string wrong, right;             // an example of each
};

// All built-in rules in the order of the catalogue, read once from the program's own rules.toml.
std::span<const RuleEntry> rule_catalogue();
const RuleEntry* find_rule(std::string_view name);

}  // namespace framewright
