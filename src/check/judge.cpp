#include "check/judge.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "check/item_places.h"
#include "check/wording.h"
#include "model/rule_catalogue.h"

namespace framewright {

namespace {

constexpr std::string_view content_folder = "content/";

bool is_at_or_below(std::string_view path, std::string_view at) {
  if (!path.starts_with(at) || at.empty()) return false;
  const std::string_view rest = path.substr(at.size());
  return rest.empty() || at.ends_with('/') || rest.front() == '/' || rest.front() == '.';
}

// The waivers of a site, by the rule that they waive.
class Waivers {
public:
  Waivers(const Model& model, const Config& config, Diagnostics& diagnostics);
  // Whether one of them lets a finding stand; it then counts as used.
  bool match(const Diagnostic& finding);
  void report_unused(Diagnostics& diagnostics) const;

private:
  struct Held {
    const Waiver* waiver;
    bool in_front_matter;
    bool used = false;
  };
  void add(const Waiver& waiver, bool in_front_matter, Diagnostics& diagnostics);
  bool is_rule(std::string_view name) const;
  bool matches(const Held& held, const Diagnostic& finding);
  bool is_item(std::string_view at, ItemId item) const;

  const Model& model_;
  const Config& config_;
  std::optional<ItemPlaces> places_;  // made when the first finding is looked for
  std::map<std::string, std::vector<Held>, std::less<>> held_;
};

Waivers::Waivers(const Model& model, const Config& config, Diagnostics& diagnostics) : model_(model), config_(config) {
  for (const Waiver& waiver : config.waivers) add(waiver, false, diagnostics);
  for (const Waiver& waiver : model.waivers) add(waiver, true, diagnostics);
}

bool Waivers::is_rule(std::string_view name) const {
  return find_rule(name) != nullptr || std::any_of(config_.rules.begin(), config_.rules.end(),
                                                   [&](const CustomRule& rule) { return rule.name == name; });
}

void Waivers::add(const Waiver& waiver, bool in_front_matter, Diagnostics& diagnostics) {
  if (!is_rule(waiver.rule)) {
    std::vector<std::string_view> names;
    for (const RuleEntry& rule : rule_catalogue()) names.push_back(rule.name);
    for (const CustomRule& rule : config_.rules) names.push_back(rule.name);
    Diagnostic& d =
        diagnostics.error("bad-config", waiver.where, "there is no rule " + quoted(waiver.rule) + " to waive");
    if (const auto near = nearest(waiver.rule, names)) d.label = "did you mean " + quoted(*near) + "?";
    d.help = "`framewright explain --list` lists the rules";
  } else if (waiver.until && config_.today.ok() && *waiver.until < config_.today) {
    Diagnostic& d = diagnostics.warning("expired-waiver", waiver.where,
                                        "this waiver of " + waiver.rule + " held until " + iso_date(*waiver.until));
    d.help = "mend what it was for and take it out, or decide again and set another day";
  } else {
    held_[waiver.rule].push_back({&waiver, in_front_matter});
  }
}

bool Waivers::is_item(std::string_view at, ItemId id) const {
  for (; id != no_item; id = model_.items[id].parent) {
    const Item& item = model_.items[id];
    if (at == item.id || at == model_.type(item).name + ":" + item.id) return true;
  }
  return false;
}

bool Waivers::matches(const Held& held, const Diagnostic& finding) {
  if (!finding.where.known()) return false;
  if (held.in_front_matter) return held.waiver->where.file == finding.where.file;
  const std::string_view path = model_.files[finding.where.file].path;
  const std::string_view below =
      path.starts_with(content_folder) ? path.substr(content_folder.size()) : std::string_view();
  if (is_at_or_below(path, held.waiver->at) || is_at_or_below(below, held.waiver->at)) return true;
  if (!places_) places_.emplace(model_);
  return is_item(held.waiver->at, places_->at(finding.where));
}

bool Waivers::match(const Diagnostic& finding) {
  const auto held = held_.find(finding.rule);
  if (held == held_.end()) return false;
  bool waived = false;
  for (Held& each : held->second)
    if (matches(each, finding)) waived = each.used = true;
  return waived;
}

void Waivers::report_unused(Diagnostics& diagnostics) const {
  for (const auto& [rule, held] : held_)
    for (const Held& each : held)
      if (!each.used)
        diagnostics
            .warning("unused-waiver", each.waiver->where, "there is nothing that this waiver of " + rule + " is for")
            .help = each.in_front_matter ? "take it out if the finding is mended"
                                         : "take it out if the finding is mended, or mend what it names with at";
}

// False when the rule is off.
bool settle_severity(const Config& config, Diagnostic& finding) {
  const auto set = config.severities.find(finding.rule);
  if (set == config.severities.end()) return true;
  if (set->second) finding.severity = *set->second;
  return set->second.has_value();
}

}  // namespace

Judgement judge(Diagnostics&& found, const Model& model, const Config& config) {
  Judgement judgement;
  Diagnostics about_waivers;
  Waivers waivers(model, config, about_waivers);
  bool unreadable = false;
  for (Diagnostic& finding : found.all()) {
    unreadable = unreadable || finding.rule == "unreadable-file";
    if (!settle_severity(config, finding)) continue;
    if (waivers.match(finding))
      judgement.waived.push_back(std::move(finding));
    else
      judgement.findings.add(std::move(finding));
  }
  if (!unreadable) waivers.report_unused(about_waivers);
  for (Diagnostic& finding : about_waivers.all())
    if (settle_severity(config, finding)) judgement.findings.add(std::move(finding));
  judgement.findings.sort(model.files);
  return judgement;
}

}  // namespace framewright
