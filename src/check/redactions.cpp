#include <algorithm>

#include "base/text.h"
#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

// What an item of the type may withhold.
std::vector<std::string_view> withholdable_names(const Schema& schema, const TypeDef& type, TypeId redaction) {
  std::vector<std::string_view> names = schema.names(type);
  std::erase_if(names, [&](std::string_view name) {
    const NestDef* nest = type.nest(name);
    return name == "id" || (nest != nullptr && nest->type == redaction);
  });
  names.push_back("text");
  return names;
}

}  // namespace

void check_redactions(const Inspection& site, Diagnostics& diagnostics) {
  const Model& model = site.model;
  const auto redaction = model.schema->find("redaction");
  if (!redaction) return;
  const TypeDef& redaction_def = model.schema->types[*redaction];
  for (const ItemId id : model.of_type(*redaction)) {
    const Item& item = model.items[id];
    const std::string* name = text_field(item, redaction_def, "field");
    if (name == nullptr || item.parent == no_item) continue;
    const TypeDef& type = model.type(model.items[item.parent]);
    const std::vector<std::string_view> names = withholdable_names(*model.schema, type, *redaction);
    if (std::find(names.begin(), names.end(), *name) != names.end()) continue;
    const Span where = item.field(redaction_def, "field")->where;
    if (*name == "id") {
      diagnostics.error("unknown-field", where, "the id of " + with_article(type.label) + " cannot be withheld").help =
          "its address and its data go by the id; give it one that says nothing";
      continue;
    }
    Diagnostic& d = diagnostics.error("unknown-field", where,
                                      with_article(type.label) + " has no field " + quoted(*name) + " to withhold");
    if (const auto near = nearest(*name, names)) d.label = "did you mean " + quoted(*near) + "?";
    d.help = "name a field, a link, nested items such as kpis, \"title\" or \"text\"; until then it is not withheld";
  }
}

}  // namespace framewright
