#include "check/thresholds.h"

#include <algorithm>

#include "check/wording.h"

namespace framewright {

namespace {

constexpr std::string_view limit_field = "delegated_limit";

void add_ranges(const Model& model, std::vector<Threshold>& thresholds) {
  for (std::size_t i = 0; i < model.schema->types.size(); ++i) {
    const TypeDef& type = model.schema->types[i];
    if (!type.range) continue;
    for (const ItemId id : model.of_type(static_cast<TypeId>(i)))
      for (const std::string* field : {&type.range->from, &type.range->over, &type.range->to, &type.range->below})
        if (const Money* end = field->empty() ? nullptr : money_field(model.items[id], type, *field))
          thresholds.push_back({*end, "it is a limit of the " + type.label + " " + item_words(model, id)});
  }
}

void add_limits(const Model& model, std::vector<Threshold>& thresholds) {
  for (const ItemId id : items_named(model, "board"))
    if (const Money* limit = money_field(model.items[id], model.type(model.items[id]), limit_field))
      thresholds.push_back({*limit, "it is the limit of " + item_words(model, id)});
}

}  // namespace

std::vector<Threshold> decision_thresholds(const Model& model, const Config& config) {
  std::vector<Threshold> all;
  add_ranges(model, all);
  add_limits(model, all);
  if (const auto& own = config.contracts.decision_threshold)
    all.push_back({*own, "it is decision_threshold in site.toml"});
  std::stable_sort(all.begin(), all.end(), [](const Threshold& a, const Threshold& b) { return a.at < b.at; });
  const auto same = [](const Threshold& a, const Threshold& b) { return a.at == b.at; };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

std::optional<Threshold> needs_decision_above(const Model& model, const Config& config) {
  if (const auto& own = config.contracts.decision_threshold)
    return Threshold{*own, "decision_threshold in site.toml is " + format_money(*own)};
  std::vector<Threshold> limits;
  add_limits(model, limits);
  const auto least = std::min_element(limits.begin(), limits.end(),
                                      [](const Threshold& a, const Threshold& b) { return a.at < b.at; });
  return least == limits.end() ? std::nullopt : std::optional(*least);
}

std::optional<Money> regime_threshold(const Regime& regime, const ContractView& contract) {
  const Date* day = contract.begun();
  const RegimeThresholds* thresholds =
      day == nullptr || !regime.in_force.on(*day) ? nullptr : regime.thresholds_on(*day);
  if (thresholds == nullptr) return std::nullopt;
  return thresholds->of(contract.is_light_touch() ? PurchaseKind::light_touch
                        : contract.is_works()     ? PurchaseKind::works
                                                  : PurchaseKind::goods_and_services);
}

}  // namespace framewright
