#include <optional>

#include "check/inspection.h"
#include "model/selection.h"

namespace framewright {

namespace {

// The value that the condition is about, if the item has it; else the id.
Span place_of_breach(const Model& model, ItemId id, const Expression& require) {
  const Item& item = model.items[id];
  const TypeDef& type = model.type(item);
  for (const std::string_view name : names_of(require)) {
    if (const FieldValue* value = item.field(type, name)) return value->where;
    for (const Link& link : model.links_from(id))
      if (model.schema->links[link.link].name == name) return link.where;
  }
  return item.id_where;
}

void check_rule(const Inspection& site, const CustomRule& rule, Diagnostics& diagnostics) {
  const auto selection = compile_selection(rule.select, rule.select_origin, site.model, site.filters, diagnostics);
  if (!selection) return;
  const auto require =
      compile_condition(rule.require, rule.require_origin, *selection, site.model, site.filters, diagnostics);
  if (!require) return;
  Diagnostics failures;
  for (const ItemId item : select_items(*selection, site.values, site.filters, failures)) {
    if (holds(*require, selection->type, item, site.values, site.filters, failures)) continue;
    if (!failures.empty()) break;  // the rule itself cannot be evaluated, and would fail alike for the rest
    Diagnostic finding{rule.name, rule.severity, place_of_breach(site.model, item, *require), rule.message, {}, {}, {}};
    finding.help = rule.help;
    diagnostics.add(std::move(finding));
  }
  diagnostics.merge(std::move(failures));
}

}  // namespace

void check_own_rules(const Inspection& site, Diagnostics& diagnostics) {
  for (const CustomRule& rule : site.config.rules) check_rule(site, rule, diagnostics);
}

}  // namespace framewright
