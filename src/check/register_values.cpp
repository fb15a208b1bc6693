#include <algorithm>
#include <string>

#include "check/contract_view.h"
#include "check/decisions.h"
#include "check/inspection.h"
#include "check/thresholds.h"
#include "check/wording.h"

namespace framewright {

namespace {

using Field = ContractField;

constexpr std::int64_t much_per_cent = 50;

// A share of an amount in per cent, rounded down: `amount` is not negative.
std::int64_t share_of(std::int64_t amount, std::int64_t per_cent) {
  return amount / 100 * per_cent + amount % 100 * per_cent / 100;
}

void report_least(Span where, const std::string& message, Diagnostics& diagnostics) {
  diagnostics.error("value-not-positive", where, message).help = "write what is to be paid, in pounds and without VAT";
}

void check_amounts(const ContractView& contract, Diagnostics& diagnostics) {
  for (const auto& [field, name] :
       {std::pair(Field::value_net, "value_net"), std::pair(Field::annual_value, "annual_value"),
        std::pair(Field::original_value, "original_value")}) {
    const Money* value = contract.money(field);
    if (value == nullptr) continue;
    if (value->pence <= 0) {
      report_least(contract.where(field), std::string(name) + " must be above £0", diagnostics);
    } else if (is_placeholder(*value)) {
      diagnostics
          .warning("placeholder-value", contract.where(field),
                   std::string(name) + " looks as if it stood in for a value that was not known")
          .help = "write the value, or the estimated spend a year in annual_value; if it is right, waive this";
    }
  }
  if (const Money* vat = contract.money(Field::vat_irrecoverable); vat != nullptr && vat->pence < 0)
    report_least(contract.where(Field::vat_irrecoverable), "vat_irrecoverable cannot be below £0", diagnostics);
}

void check_given(const ContractView& contract, Diagnostics& diagnostics) {
  if (!contract.lacks(Field::value_net) || !contract.lacks(Field::annual_value)) return;
  diagnostics.error("missing-value", place_of(contract.item()), "this contract has neither value_net nor annual_value")
      .help = "add value_net: the whole value, without VAT; or annual_value: the estimated spend a year";
}

bool has_notice(const Model& model, ItemId contract, std::string_view code) {
  const auto nested = model.nested_in(contract);
  return std::any_of(nested.begin(), nested.end(), [&](ItemId id) {
    const Item& item = model.items[id];
    const std::string* own = text_field(item, model.type(item), "code");
    return model.type(item).name == "notice" && ((own != nullptr && *own == code) || !item.refused.empty());
  });
}

// The regime that asks for a notice of a change of this contract, by the day on which the contract began.
const Regime* regime_of_change(const Config& config, const ContractView& contract) {
  const Date* day = contract.begun();
  if (day == nullptr || contract.is_light_touch()) return nullptr;
  const auto asks = [&](const Regime& regime) { return !regime.change_notice.empty() && regime.in_force.on(*day); };
  const auto found = std::find_if(config.regimes.begin(), config.regimes.end(), asks);
  return found == config.regimes.end() ? nullptr : &*found;
}

void check_change(const Inspection& site, const ContractView& contract, Diagnostics& diagnostics) {
  const Money* now = contract.sound_money(Field::value_net);
  const Money* original = contract.sound_money(Field::original_value);
  if (now == nullptr || original == nullptr) return;
  const std::int64_t change = std::max(now->pence, original->pence) - std::min(now->pence, original->pence);
  const Regime* regime = regime_of_change(site.config, contract);
  const bool notice = regime == nullptr || has_notice(site.model, contract.id(), regime->change_notice);
  const std::string notices = regime == nullptr ? "" : "[[notices]] with code = " + quoted(regime->change_notice);
  if (change > share_of(original->pence, much_per_cent)) {
    Diagnostic& d = diagnostics.warning("value-changed", contract.where(Field::value_net),
                                        "value_net is more than half above or below original_value");
    d.label = "original_value is " + format_money(*original);
    d.notes.push_back({contract.where(Field::original_value), "original_value stands here"});
    d.help = "mend the amount that is wrong; if both are right, waive this and say why" +
             (notice ? std::string() : ", and add the notice of the change as " + notices);
    return;
  }
  if (notice) return;
  const std::size_t allowed = contract.is_works() ? regime->change_over_works : regime->change_over;
  if (change <= share_of(original->pence, static_cast<std::int64_t>(allowed))) return;
  Diagnostic& d =
      diagnostics.warning("change-without-notice", contract.where(Field::value_net),
                          "value_net differs by more than " + std::to_string(allowed) +
                              " per cent from original_value, and no " + regime->change_notice + " notice is listed");
  d.label = "original_value is " + format_money(*original);
  d.notes.push_back({contract.where(Field::original_value), "original_value stands here"});
  d.help = "add the notice of the change as " + notices + ", as " + regime->name + " asks; or mend the amount";
}

// The least threshold above the value, if the value is just below it.
std::optional<Threshold> just_above(const std::vector<Threshold>& thresholds, Money value, std::int64_t per_cent) {
  const auto next = std::upper_bound(thresholds.begin(), thresholds.end(), value,
                                     [](Money amount, const Threshold& each) { return amount < each.at; });
  if (next == thresholds.end() || next->at.pence - value.pence > share_of(next->at.pence, per_cent))
    return std::nullopt;
  return *next;
}

std::optional<Threshold> just_below_regime(const Inspection& site, const ContractView& contract,
                                           std::int64_t per_cent) {
  const auto gross = contract.value_with_vat();
  for (const Regime* regime : site.config.regimes_in_use())
    if (const auto at = regime_threshold(*regime, contract); at && gross && *gross < *at)
      if (at->pence - gross->pence <= share_of(at->pence, per_cent))
        return Threshold{*at, "it is a threshold of " + regime->name + ", which includes VAT"};
  return std::nullopt;
}

void check_near(const Inspection& site, const ContractView& contract, const std::vector<Threshold>& thresholds,
                Diagnostics& diagnostics) {
  const auto per_cent = static_cast<std::int64_t>(site.config.contracts.near_threshold);
  const Money* value = contract.sound_money(Field::value_net);
  if (per_cent == 0 || value == nullptr) return;
  auto near = just_above(thresholds, *value, per_cent);
  if (near && near->at < decided_up_to(site.model, contract.id()).value_or(Money{}))
    near.reset();  // nothing was avoided
  if (!near) near = just_below_regime(site, contract, per_cent);
  if (!near) return;
  Diagnostic& d = diagnostics.info("just-below-threshold", contract.where(Field::value_net),
                                   "value_net is just below " + format_money(near->at));
  d.label = near->says;
  d.help = "make sure that it is the whole value, with all lots and extensions";
}

}  // namespace

void check_register_values(const Inspection& site, Diagnostics& diagnostics) {
  const ContractViews contracts(site.model);
  const std::vector<Threshold> thresholds = decision_thresholds(site.model, site.config);
  for (const ItemId id : contracts.ids()) {
    const ContractView contract = contracts[id];
    check_amounts(contract, diagnostics);
    check_given(contract, diagnostics);
    check_change(site, contract, diagnostics);
    check_near(site, contract, thresholds, diagnostics);
  }
  for (const ItemId id : items_named(site.model, "grant")) {
    const Item& grant = site.model.items[id];
    const TypeDef& type = site.model.type(grant);
    if (const Money* value = money_field(grant, type, "value_net"); value != nullptr && value->pence <= 0)
      report_least(grant.field(type, "value_net")->where, "value_net must be above £0", diagnostics);
  }
}

}  // namespace framewright
