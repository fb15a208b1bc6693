#include "model/coverage.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/inspection.h"
#include "check/wording.h"
#include "model/status.h"

namespace framewright {

namespace {

// The relation by which an item of one type is named in one of another: one that is made for it, else one of the type's
// own that takes anything. Null for none.
const LinkDef* naming_link(const Schema& schema, TypeId in, TypeId named) {
  const LinkDef* open = nullptr;
  for (const LinkId link : schema.types[in].links) {
    const LinkDef& def = schema.links[link];
    if (def.up || !def.accepts(named)) continue;
    if (!def.to.empty()) return &def;
    const bool of_any_item = schema.link(schema.types[page_type], def.name) != nullptr;
    if (open == nullptr && !of_any_item) open = &def;
  }
  return open;
}

std::string value_of(const LinkDef& def, const std::string& id) {
  return def.name + " = " + (def.one() ? quoted(id) : "[" + quoted(id) + "]");
}

// How an author would name the item in one of the covering types: standards = ["S3"]; or one of these in it.
std::string example_of(const Schema& schema, const TypeDef& type, TypeId id, const Item& item) {
  for (const TypeId covering : type.covered_by)
    if (const LinkDef* def = naming_link(schema, covering, id))
      return "name it in one that answers to it, such as " + value_of(*def, item.id) + " in " +
             with_article(schema.types[covering].label);
  for (const TypeId covering : type.covered_by)
    if (const LinkDef* def = naming_link(schema, id, covering))
      return "name one that answers to it, such as " + value_of(*def, "…");
  return "name it, or a part of it, in one that answers to it";
}

std::vector<std::string> labels_of(const Schema& schema, const std::vector<TypeId>& types) {
  std::vector<std::string> labels;
  labels.reserve(types.size());
  for (const TypeId type : types) labels.push_back(schema.types[type].label);
  return labels;
}

// The items of a type that something has to cover: neither kept for old links alone nor still being written.
std::vector<ItemId> to_be_covered(const Model& model, TypeId id) {
  std::vector<ItemId> items;
  for (const ItemId item : model.of_type(id))
    if (!is_retired(model, item) && !model.items[item].draft) items.push_back(item);
  return items;
}

void report_type(const Model& model, TypeId id, const std::vector<ItemId>& items, Diagnostics& diagnostics) {
  const TypeDef& type = model.schema->types[id];
  const std::size_t count = items.size();
  const Item& first = model.items[items.front()];
  const std::string whose =
      count == 1 ? "its one " + type.label + " is not covered"
                 : "none of its " + with_thousands(static_cast<long long>(count)) + " " + type.plural + " is covered";
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
  const std::vector<ItemId> items = to_be_covered(model, id);
  if (items.empty()) return;
  const auto absent = [&](TypeId covering) { return model.of_type(covering).empty(); };
  if (std::all_of(type.covered_by.begin(), type.covered_by.end(), absent)) {
    report_type(model, id, items, diagnostics);
    return;
  }
  const std::string labels = join_words(labels_of(*model.schema, type.covered_by), "or");
  for (const ItemId item_id : items) {
    const Item& item = model.items[item_id];
    if (site.known.was_meant(item.id) || !covering_items(model, item_id).empty()) continue;
    diagnostics.warning("uncovered", item.id_where, "no " + labels + " is linked to this " + type.label).help =
        example_of(*model.schema, type, id, item);
  }
}

}  // namespace

void check_coverage(const Inspection& site, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < site.model.schema->types.size(); ++i) {
    const auto id = static_cast<TypeId>(i);
    if (!site.model.schema->types[i].covered_by.empty()) check_type(site, id, diagnostics);
  }
}

}  // namespace framewright
