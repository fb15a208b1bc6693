#include <algorithm>
#include <limits>
#include <string>

#include "base/text.h"
#include "check/contract_view.h"
#include "check/inspection.h"
#include "check/thresholds.h"
#include "check/wording.h"

namespace framewright {

namespace {

using Field = ContractField;

struct Notice {
  const std::string* code = nullptr;
  const Date* published = nullptr;
  Span where;
};

// What is nested in a contract, as duties count it.
struct Nested {
  std::vector<Notice> notices;
  std::size_t kpis = 0;
  bool refused = false;  // a notice was not read whole, so that it may be the one that is missing
};

Nested nested_of(const Model& model, ItemId contract) {
  Nested nested;
  for (const ItemId id : model.nested_in(contract)) {
    const Item& item = model.items[id];
    const TypeDef& type = model.type(item);
    if (type.name == "kpi") ++nested.kpis;
    if (type.name != "notice") continue;
    nested.refused = nested.refused || !item.refused.empty();
    Notice notice{text_field(item, type, "code"), date_field(item, type, "published"), place_of(item)};
    if (notice.published != nullptr) notice.where = item.field(type, "published")->where;
    nested.notices.push_back(notice);
  }
  return nested;
}

// The last day of a notice; nothing where the regime gives it none.
std::optional<Date> due(const RegimeNotice& notice, const ContractView& contract, Date begun) {
  const auto days = contract.is_light_touch() && notice.within_light_touch ? notice.within_light_touch : notice.within;
  return days ? std::optional(add_days(begun, static_cast<long long>(*days))) : std::nullopt;
}

bool applies(const RegimeNotice& notice, const ContractView& contract) {
  const std::string* procedure = contract.text(Field::procedure);
  return notice.procedures.empty() ||
         (procedure != nullptr &&
          std::find(notice.procedures.begin(), notice.procedures.end(), *procedure) != notice.procedures.end());
}

void check_kpis(const Regime& regime, const ContractView& contract, const Nested& nested, Diagnostics& diagnostics) {
  const auto value = contract.value_with_vat();
  if (!regime.kpis_over || !value || !(*regime.kpis_over < *value) || contract.is_light_touch() ||
      nested.kpis >= regime.kpis)
    return;
  Diagnostic& d = diagnostics.warning(
      "missing-kpis", place_of(contract.item()),
      regime.name + " asks for " + counted(regime.kpis, "key performance indicator", "key performance indicators") +
          " of a contract over " + format_money(*regime.kpis_over) + ", and this one names " +
          (nested.kpis == 0 ? std::string("none") : std::to_string(nested.kpis)));
  d.label = "its value with VAT is " + format_money(*value);
  d.notes.push_back({contract.where(Field::value_net), "the value stands here"});
  d.help = "add them as [[kpis]], with name and target; waive this where they would not be fitting, and say why";
}

void check_late(const Regime& regime, const RegimeNotice& notice, const ContractView& contract, Date begun,
                const Notice& given, Diagnostics& diagnostics) {
  const auto last = due(notice, contract, begun);
  if (!last || given.published == nullptr || !(*last < *given.published)) return;
  const auto taken = static_cast<std::size_t>(days_between(begun, *given.published));
  const bool awarded = contract.date(Field::awarded) != nullptr;
  Diagnostic& d = diagnostics.info(
      "late-notice", given.where,
      notice.code + " was published " + counted(taken, "day", "days") + " after the " + (awarded ? "award" : "start"));
  d.label = regime.name + " gives until " + iso_date(*last) + ", as far as the register shows";
  d.notes.push_back({contract.where(awarded ? Field::awarded : Field::start),
                     std::string(awarded ? "awarded" : "start") + " stands here"});
  d.help = "mend the date that is wrong; this is advice, to be held against the text of the law";
}

void check_notices(const Regime& regime, const ContractView& contract, const Nested& nested, Date today,
                   Diagnostics& diagnostics) {
  const Date* begun = contract.begun();
  const auto threshold = regime_threshold(regime, contract);
  const auto value = contract.value_with_vat();
  if (begun == nullptr || !threshold || !value || *value < *threshold) return;
  std::vector<std::string> missing;
  for (const RegimeNotice& notice : regime.notices) {
    if (!applies(notice, contract)) continue;
    const auto given = std::find_if(nested.notices.begin(), nested.notices.end(), [&](const Notice& each) {
      return each.code != nullptr && *each.code == notice.code;
    });
    if (given != nested.notices.end())
      check_late(regime, notice, contract, *begun, *given, diagnostics);
    else if (due(notice, contract, *begun).value_or(*begun) < today)
      missing.push_back(notice.code);
  }
  if (missing.empty() || nested.refused || contract.item().incomplete) return;
  Diagnostic& d = diagnostics.info("missing-notice", place_of(contract.item()),
                                   "this contract does not list the " +
                                       std::string(missing.size() == 1 ? "notice " : "notices ") + join_words(missing));
  d.label = regime.name + " asks for " + (missing.size() == 1 ? "it" : "them") + " from " + format_money(*threshold) +
            " with VAT, as far as the register shows";
  d.help =
      "add each as [[notices]], with code, url and published; this is advice, to be held against the text of the law";
}

// Whether a field or link of the regime is known of the contract. What every contract must give is another rule's.
bool is_known(const Model& model, const ContractView& contract, const std::string& name) {
  const Item& item = contract.item();
  const TypeDef& type = model.type(item);
  if (name == "id" || name == "title") return true;
  if (!contract.has(ContractLink::supplier) && contract.is_planned() && (name == "sme" || name == "vcse")) return true;
  if (const FieldDef* def = type.field(name)) {
    const FieldValue* value = item.field(type, name);
    if (value == nullptr) return def->required || item.was_refused(type, name);
    const std::string* words = text_field(item, type, name);
    return words == nullptr || (*words != "unknown" && (def->required || !trim(*words).empty()));
  }
  const LinkDef* link = model.schema->link(type, name);
  if (link == nullptr) return true;
  const auto given = model.links_from(contract.id());
  return link->min > 0 || item.leads_nowhere || std::any_of(given.begin(), given.end(), [&](const Link& each) {
           return model.schema->links[each.link].name == name;
         });
}

void check_fields(const Model& model, const Regime& regime, const ContractView& contract, Diagnostics& diagnostics) {
  const Money* worth = contract.worth();
  if (contract.item().incomplete || (worth != nullptr && !(*regime.publish_over < *worth))) return;
  std::vector<std::string> unknown;
  for (const std::string& name : regime.fields)
    if (!is_known(model, contract, name)) unknown.push_back(name);
  if (unknown.empty()) return;
  const FieldValue* first = contract.item().field(model.type(contract.item()), unknown.front());
  Diagnostic& d = diagnostics.warning(
      "missing-transparency-field", first == nullptr ? place_of(contract.item()) : first->where,
      regime.name + " asks for " + join_words(unknown) + " of a contract over " + format_money(*regime.publish_over) +
          ", and " + (unknown.size() == 1 ? "it is" : "they are") + " not known");
  d.help = "find out and write it; or waive this with the reason why it cannot be known";
}

void check_threshold(const Inspection& site, const Regime& regime, Diagnostics& diagnostics) {
  const RegisterSettings& own = site.config.contracts;
  if (!(*regime.publish_over < own.threshold) || !own.threshold_where.known()) return;
  Diagnostic& d = diagnostics.warning("register-threshold", own.threshold_where,
                                      "the register begins at " + format_money(own.threshold) + ", and " + regime.name +
                                          " asks for contracts over " + format_money(*regime.publish_over));
  d.help = "set threshold to the lower figure; or take the regime out of regimes, if the register is not under it";
}

}  // namespace

void check_register_duties(const Inspection& site, Diagnostics& diagnostics) {
  const std::vector<const Regime*> regimes = site.config.regimes_in_use();
  if (regimes.empty()) return;
  const Date today = site.config.today;
  for (const Regime* regime : regimes)
    if (regime->publish_over && regime->in_force.on(today)) check_threshold(site, *regime, diagnostics);
  const ContractViews contracts(site.model);
  for (const ItemId id : contracts.ids()) {
    const ContractView contract = contracts[id];
    const Nested nested = nested_of(site.model, id);
    const Date* begun = contract.begun();
    for (const Regime* regime : regimes) {
      if (regime->publish_over && regime->in_force.on(today)) check_fields(site.model, *regime, contract, diagnostics);
      if (begun == nullptr || !regime->in_force.on(*begun) || contract.is_planned()) continue;
      check_kpis(*regime, contract, nested, diagnostics);
      check_notices(*regime, contract, nested, today, diagnostics);
    }
  }
}

}  // namespace framewright
