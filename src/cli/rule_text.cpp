#include "cli/rule_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/text_layout.h"

namespace framewright {

namespace {

constexpr long long waiver_days = 182;

// The severity that holds in the site, "off" when there is none.
std::string_view severity_here(const std::string& rule, Severity usual, const Config& config) {
  const auto set = config.severities.find(rule);
  if (set == config.severities.end()) return severity_name(usual);
  return set->second ? severity_name(*set->second) : "off";
}

std::string heading(const std::string& rule, Severity usual, const Config& config, bool of_site) {
  const std::string_view here = severity_here(rule, usual, config);
  std::string line = rule + ": ";
  line += severity_name(usual);
  if (of_site && here != severity_name(usual)) line += ", here " + std::string(here);
  return line + "\n";
}

std::string section(std::string_view title, std::string_view text) {
  return text.empty() ? std::string() : "\n" + std::string(title) + "\n" + wrapped(text, 2);
}

std::string example(std::string_view title, std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return text.empty() ? std::string() : "\n" + std::string(title) + "\n" + indented(text, 4);
}

constexpr std::string_view how_to_change_text = R"(
To change how serious it is, or to turn it off, in site.toml (error, warning, info or off)
    [rules]
    {0} = "{1}"

To let one finding stand for a time, in site.toml (at: an id, or a path or its beginning)
    [[waiver]]
    rule   = "{0}"
    at     = "content/framework/index.md"
    reason = "Why it may stand"
    until  = {2}

or in the front matter of the page that it is about
    waive = [{{ rule = "{0}", reason = "Why it may stand", until = {2} }}]
)";

std::string how_to_change(const std::string& rule, Severity usual, const Config& config) {
  return fmt::format(how_to_change_text, rule, usual == Severity::warning ? "error" : "warning",
                     iso_date(add_days(config.today, waiver_days)));
}

std::string built_in_text(const RuleEntry& rule, const Config& config, bool of_site) {
  return heading(rule.name, rule.severity, config, of_site) + wrapped(rule.says, 2) + section("Why", rule.why) +
         example("Wrong", rule.wrong) + example("Right", rule.right) + how_to_change(rule.name, rule.severity, config);
}

std::string own_text(const CustomRule& rule, const Config& config) {
  return heading(rule.name, rule.severity, config, true) + wrapped(rule.message, 2) + section("Help", rule.help) +
         "\nA rule of this site, declared in site.toml\n" +
         aligned({{"about the items", rule.select}, {"which must have", rule.require}}, {.indent = 2}) +
         how_to_change(rule.name, rule.severity, config);
}

const CustomRule* own_rule(std::string_view name, const Config& config) {
  const auto found =
      std::find_if(config.rules.begin(), config.rules.end(), [&](const CustomRule& rule) { return rule.name == name; });
  return found == config.rules.end() ? nullptr : &*found;
}

}  // namespace

std::string rules_list(const Config& config) {
  std::vector<std::vector<std::string>> rows;
  for (const RuleEntry& rule : rule_catalogue())
    rows.push_back({rule.name, std::string(severity_here(rule.name, rule.severity, config)), rule.says});
  for (const CustomRule& rule : config.rules)
    rows.push_back({rule.name, std::string(severity_here(rule.name, rule.severity, config)), rule.message});
  return aligned(rows);
}

std::string rule_text(std::string_view name, const Config& config, bool of_site) {
  if (const RuleEntry* rule = find_rule(name)) return built_in_text(*rule, config, of_site);
  const CustomRule* own = own_rule(name, config);
  return own == nullptr ? std::string() : own_text(*own, config);
}

std::string unknown_rule(std::string_view name, const Config& config) {
  std::vector<std::string_view> names;
  for (const RuleEntry& rule : rule_catalogue()) names.push_back(rule.name);
  for (const CustomRule& rule : config.rules) names.push_back(rule.name);
  std::string message = "there is no rule \"" + std::string(name) + "\"";
  if (const auto near = nearest(name, names)) message += "; did you mean \"" + std::string(*near) + "\"?";
  return message + "\nSee all rules with `framewright explain --list`.";
}

}  // namespace framewright
