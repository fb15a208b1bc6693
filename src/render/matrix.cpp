#include "render/matrix.h"

#include <unordered_set>
#include <vector>

namespace framewright {

namespace {

using Ends = std::unordered_set<const Object*>;

const Object* object_of(const Value& value) {
  const auto* object = value.get<const Object*>();
  return object == nullptr ? nullptr : *object;
}

void add_ends(const Value& value, Ends& ends) {
  if (const auto* list = value.get<const List*>())
    for (std::size_t i = 0; i < (*list)->size(); ++i) ends.insert(object_of((*list)->at(i)));
  else if (const Object* object = object_of(value))
    ends.insert(object);
}

Ends ends_of(const Value& row, std::string_view relation) {
  Ends ends;
  const Object* object = object_of(row);
  if (object == nullptr) return ends;
  if (!relation.empty()) {
    add_ends(object->member(relation), ends);
    return ends;
  }
  for (const std::string_view side : {"links", "back_links"}) {
    const Value groups = object->member(side);
    const auto* list = groups.get<const List*>();
    for (std::size_t i = 0; list != nullptr && i < (*list)->size(); ++i) {
      if (const Object* group = object_of((*list)->at(i))) add_ends(group->member("items"), ends);
    }
  }
  return ends;
}

}  // namespace

Value matrix_of(const List& rows, const List& columns, std::string_view relation, Arena& arena) {
  std::vector<std::size_t> counts(columns.size());
  Array &row_values = arena.array(), &column_values = arena.array();
  Array &empty_rows = arena.array(), &empty_columns = arena.array();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Ends ends = ends_of(rows.at(i), relation);
    Array& cells = arena.array();
    std::size_t count = 0;
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const bool linked = ends.contains(object_of(columns.at(k)));
      cells.add(arena.table().set("linked", linked));
      if (!linked) continue;
      ++count;
      ++counts[k];
    }
    if (count == 0) empty_rows.add(rows.at(i));
    row_values.add(arena.table().set("item", rows.at(i)).set("cells", cells).set("count", count));
  }
  for (std::size_t k = 0; k < columns.size(); ++k) {
    if (counts[k] == 0) empty_columns.add(columns.at(k));
    column_values.add(arena.table().set("item", columns.at(k)).set("count", counts[k]));
  }
  return arena.table()
      .set("rows", row_values)
      .set("columns", column_values)
      .set("empty_rows", empty_rows)
      .set("empty_columns", empty_columns);
}

}  // namespace framewright
