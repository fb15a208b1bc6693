#include "model/rule_catalogue.h"

#include <algorithm>
#include <stdexcept>

#include "model/built_in.h"
#include "port/toml.h"

namespace framewright {

namespace {

std::string text_of(const TomlValue& table, std::string_view key) {
  const TomlValue* value = table.find(key);
  return value == nullptr ? std::string() : value->text;
}

Severity severity_of(const std::string& name) {
  if (name == "warning") return Severity::warning;
  return name == "info" ? Severity::info : Severity::error;
}

std::vector<RuleEntry> read_catalogue() {
  Diagnostics diagnostics;
  const TomlText toml = parse_toml(built_in_rules(), no_file, 0, diagnostics);
  if (!toml.readable) throw std::logic_error("the built-in rules.toml cannot be read");
  std::vector<RuleEntry> rules;
  for (const TomlEntry& entry : toml.root.entries)
    rules.push_back({entry.key, severity_of(text_of(entry.value, "severity")), text_of(entry.value, "says"),
                     text_of(entry.value, "why"), text_of(entry.value, "wrong"), text_of(entry.value, "right")});
  return rules;
}

}  // namespace

std::span<const RuleEntry> rule_catalogue() {
  static const std::vector<RuleEntry> rules = read_catalogue();
  return rules;
}

const RuleEntry* find_rule(std::string_view name) {
  const std::span<const RuleEntry> rules = rule_catalogue();
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const RuleEntry& rule) { return rule.name == name; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace framewright
