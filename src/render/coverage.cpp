#include "render/coverage.h"

#include <optional>

#include "base/text.h"
#include "model/coverage.h"
#include "model/status.h"

namespace framewright {

namespace {

// Nothing where the type has no items in force.
std::optional<Value> coverage_table(const Site& site, TypeId type, Arena& arena) {
  const TypeDef& def = site.model().schema->types[type];
  Array& covering = arena.array();
  for (const TypeId other : def.covered_by) covering.add(site.model().schema->types[other].label);
  Array& rows = arena.array();
  std::size_t covered = 0, total = 0;
  for (const ItemId item : site.model().of_type(type)) {
    if (!site.is_published(item) || is_retired(site.model(), item)) continue;
    Array& by = arena.array();
    for (const ItemId other : covering_items(site.model(), item))
      if (site.is_published(other)) by.add(site.values()[other]);
    ++total;
    covered += by.size() > 0 ? 1 : 0;
    rows.add(arena.table().set("item", site.values()[item]).set("by", by).set("gap", by.size() == 0));
  }
  if (total == 0) return std::nullopt;
  return arena.table()
      .set("title", arena.keep(def.index_title()))
      .set("label", def.label)
      .set("plural", def.plural)
      .set("covered_by", covering)
      .set("address", arena.keep(def.folder + "/"))
      .set("total", total)
      .set("covered", covered)
      .set("gaps", total - covered)
      .set("rows", rows);
}

}  // namespace

Value coverage_tables(const Site& site, Arena& arena) {
  Array& tables = arena.array();
  for (std::size_t i = 0; i < site.model().schema->types.size(); ++i) {
    if (site.model().schema->types[i].covered_by.empty()) continue;
    if (const auto table = coverage_table(site, static_cast<TypeId>(i), arena)) tables.add(*table);
  }
  return tables;
}

}  // namespace framewright
