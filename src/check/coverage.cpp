#include "model/coverage.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/inspection.h"
#include "check/status.h"
#include "check/wording.h"

namespace framewright {

namespace {

// How an author would name the item in one of the covering types: standards = ["S3"].
std::string example_of(const Schema& schema, const TypeDef& type, TypeId id, const Item& item) {
  for (const TypeId covering : type.covered_by)
    for (const LinkId link : schema.types[covering].links) {
      const LinkDef& def = schema.links[link];
      if (def.up || std::find(def.to.begin(), def.to.end(), id) == def.to.end()) continue;
      const std::string value = def.one() ? quoted(item.id) : "[" + quoted(item.id) + "]";
      return "name it in one that answers to it, such as " + def.name + " = " + value + " in " +
             with_article(schema.types[covering].label);
    }
  return {};
}

std::vector<std::string> labels_of(const Schema& schema, const std::vector<TypeId>& types) {
  std::vector<std::string> labels;
  labels.reserve(types.size());
  for (const TypeId type : types) labels.push_back(schema.types[type].label);
  return labels;
}

void report_type(const Model& model, TypeId id, Diagnostics& diagnostics) {
  const TypeDef& type = model.schema->types[id];
  const std::size_t count = model.of_type(id).size();
  const Item& first = model.items[model.of_type(id).front()];
  const std::string whose = count == 1 ? "its one " + type.label + " is not covered"
                                       : "none of its " + std::to_string(count) + " " + type.plural + " is covered";
  diagnostics
      .warning("uncovered", place_of(first),
               "the site has no " + join_words(labels_of(*model.schema, type.covered_by), "or") + ", so that " + whose)
      .help = "add one and name in it what it answers to";
}

void check_type(const Inspection& site, TypeId id, Diagnostics& diagnostics) {
  const Model& model = site.model;
  const TypeDef& type = model.schema->types[id];
  const auto unreadable = [&](TypeId covering) { return site.known.is_unreadable(covering); };
  if (std::any_of(type.covered_by.begin(), type.covered_by.end(), unreadable)) return;
  const auto absent = [&](TypeId covering) { return model.of_type(covering).empty(); };
  if (std::all_of(type.covered_by.begin(), type.covered_by.end(), absent)) {
    report_type(model, id, diagnostics);
    return;
  }
  const std::string labels = join_words(labels_of(*model.schema, type.covered_by), "or");
  for (const ItemId item_id : model.of_type(id)) {
    const Item& item = model.items[item_id];
    if (is_retired(model, item_id) || site.known.was_meant(item.id) || !covering_items(model, item_id).empty())
      continue;
    diagnostics.warning("uncovered", item.id_where, "no " + labels + " is linked to this " + type.label).help =
        example_of(*model.schema, type, id, item);
  }
}

}  // namespace

void check_coverage(const Inspection& site, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < site.model.schema->types.size(); ++i) {
    const auto id = static_cast<TypeId>(i);
    if (!site.model.schema->types[i].covered_by.empty() && !site.model.of_type(id).empty())
      check_type(site, id, diagnostics);
  }
}

}  // namespace framewright
