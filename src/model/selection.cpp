#include "model/selection.h"

#include <algorithm>
#include <compare>

#include "base/text.h"
#include "template/comparison.h"
#include "template/evaluation.h"

namespace framewright {

namespace {

// Empty values come last, whichever way the rest is sorted.
bool sorts_before(const Value& a, const Value& b) {
  if (a.is_empty() || b.is_empty()) return !a.is_empty() && b.is_empty();
  return can_order(kind_of(a), kind_of(b)) && std::is_lt(order_values(a, b));
}

StaticType type_of_field(const FieldDef& def) {
  StaticType type;
  switch (def.kind) {
    case FieldKind::integer:
    case FieldKind::month:
    case FieldKind::year: type = ValueKind::number; break;
    case FieldKind::money: type = ValueKind::money; break;
    case FieldKind::date: type = ValueKind::date; break;
    case FieldKind::boolean: type = ValueKind::boolean; break;
    case FieldKind::choice:
    case FieldKind::status: type = StaticType::choice_of(def.choices); break;
    default: type = ValueKind::text;
  }
  return def.list ? StaticType::list_of(std::move(type)) : type;
}

// The items that a condition is evaluated for have a name of their type that is true, whatever else is called so.
class ItemScope final : public Scope {
public:
  ItemScope(const ItemValue& item, const Model& model, std::optional<TypeId> type)
      : item_(item), model_(model), type_(type) {}
  Value lookup(std::string_view name) const override {
    if (type_ ? model_.schema->types[*type_].name == name : model_.schema->find(name).has_value())
      return model_.type(model_.items[item_.item()]).name == name;
    const Value value = item_.member(name);
    // Checked before it ran, so that a name which this type does not know is one of another type.
    return value.is_undefined() ? Value(Empty{}) : value;
  }

private:
  const ItemValue& item_;
  const Model& model_;
  std::optional<TypeId> type_;
};

std::optional<TypeId> type_selected(const Expression& expression, const Schema& schema) {
  std::vector<TypeId> candidates;
  for (const std::string_view name : required_names(expression))
    if (const auto type = schema.find(name)) candidates.push_back(*type);
  for (const TypeId candidate : candidates) {
    const std::vector<std::string_view> own = schema.names(schema.types[candidate]);
    const bool others_are_members = std::all_of(candidates.begin(), candidates.end(), [&](TypeId other) {
      return other == candidate || std::find(own.begin(), own.end(), schema.types[other].name) != own.end();
    });
    if (others_are_members) return candidate;
  }
  return std::nullopt;
}

// Where an author finds the names that may stand in a condition.
std::string names_help(const Model& model, std::optional<TypeId> type) {
  if (!type) return "`framewright types` lists the types, and with the name of one its fields";
  const TypeDef& def = model.schema->types[*type];
  return "`framewright types " + def.name + "` lists the fields of " + with_article(def.label);
}

bool check_condition(const Expression& expression, const Model& model, std::optional<TypeId> type,
                     const Filters& filters, Diagnostics& diagnostics) {
  Diagnostics found;
  const ItemTypes scope(model, type);
  const bool good = check_types(expression, scope, filters, found).has_value();
  for (Diagnostic& each : found.all())
    if (each.help.empty() && each.message.starts_with("there is nothing called")) each.help = names_help(model, type);
  diagnostics.merge(std::move(found));
  return good;
}

}  // namespace

std::optional<StaticType> ItemTypes::member_of_type(const TypeDef& type, std::string_view name) const {
  if (const FieldDef* field = type.field(name)) return type_of_field(*field);
  const Schema& schema = *model_.schema;
  if (const LinkDef* link = schema.link(type, name)) {
    StaticType target =
        link->to.size() == 1 ? StaticType::object_of(schema.types[link->to.front()].name) : StaticType();
    return link->one() ? target : StaticType::list_of(std::move(target));
  }
  if (const NestDef* nest = type.nest(name))
    return StaticType::list_of(StaticType::object_of(schema.types[nest->type].name));
  for (const std::string_view text : {"name", "reads", "number", "type", "label", "address", "anchor", "path"})
    if (name == text) return StaticType(ValueKind::text);
  if (name == "parent") return StaticType();
  if (name == "nested" || name == "links" || name == "back_links") return StaticType(ValueKind::list);
  return std::nullopt;
}

std::optional<StaticType> ItemTypes::name(std::string_view name) const {
  const Schema& schema = *model_.schema;
  if (type_) {
    if (schema.types[*type_].name == name) return StaticType(ValueKind::boolean);
    if (auto own = member_of_type(schema.types[*type_], name)) return own;
    if (schema.find(name)) return StaticType(ValueKind::boolean);
    return std::nullopt;
  }
  if (schema.find(name)) return StaticType(ValueKind::boolean);
  std::optional<StaticType> found;
  for (const TypeDef& type : schema.types)
    if (auto here = member_of_type(type, name)) {
      if (found && found->kind != here->kind) return StaticType();
      if (found && found->choices && here->choices && *found->choices != *here->choices) found->choices.reset();
      if (!found) found = std::move(here);
    }
  return found;
}

std::optional<StaticType> ItemTypes::member(std::string_view object, std::string_view name) const {
  const auto type = model_.schema->find(object);
  if (!type) return StaticType();
  return member_of_type(model_.schema->types[*type], name);
}

std::vector<std::string_view> ItemTypes::names() const {
  std::vector<std::string_view> names = model_.schema->type_names();
  for (std::size_t i = 0; i < model_.schema->types.size(); ++i)
    if (!type_ || i == *type_)
      for (const std::string_view own : model_.schema->names(model_.schema->types[i])) names.push_back(own);
  return names;
}

std::vector<std::string_view> ItemTypes::members(std::string_view object) const {
  const auto type = model_.schema->find(object);
  return type ? model_.schema->names(model_.schema->types[*type]) : std::vector<std::string_view>{};
}

bool ItemTypes::has_key(std::string_view object, std::string_view key) const {
  const auto type = model_.schema->find(object);
  return !type || model_.find(*type, key) != no_item;
}

std::vector<std::string_view> ItemTypes::keys(std::string_view object) const {
  std::vector<std::string_view> keys;
  if (const auto type = model_.schema->find(object))
    for (const ItemId item : model_.of_type(*type)) keys.push_back(model_.items[item].id);
  return keys;
}

std::optional<Selection> compile_selection(std::string_view text, const Origin& origin, const Model& model,
                                           const Filters& filters, Diagnostics& diagnostics) {
  auto expression = parse_expression(text, origin, diagnostics);
  if (!expression) return std::nullopt;
  Selection selection{std::move(*expression), {}};
  selection.type = type_selected(selection.expression, *model.schema);
  if (!check_condition(selection.expression, model, selection.type, filters, diagnostics)) return std::nullopt;
  if (!bind_filters(selection.expression.code, 0, filters, "bad-expression", diagnostics)) return std::nullopt;
  return selection;
}

std::optional<Expression> compile_condition(std::string_view text, const Origin& origin, const Selection& selection,
                                            const Model& model, const Filters& filters, Diagnostics& diagnostics) {
  auto expression = parse_expression(text, origin, diagnostics);
  if (!expression || !check_condition(*expression, model, selection.type, filters, diagnostics)) return std::nullopt;
  if (!bind_filters(expression->code, 0, filters, "bad-expression", diagnostics)) return std::nullopt;
  return expression;
}

bool holds(const Expression& condition, std::optional<TypeId> type, ItemId item, const ModelValues& values,
           const Filters& filters, Diagnostics& diagnostics) {
  Arena arena;
  const Formats formats;
  Evaluation evaluation{arena, filters, diagnostics, formats};
  return evaluate(condition, ItemScope(values[item], values.model(), type), evaluation).truthy() && !evaluation.failed;
}

std::vector<ItemId> select_items(const Selection& selection, const ModelValues& values, const Filters& filters,
                                 Diagnostics& diagnostics) {
  std::vector<ItemId> selected;
  const Model& model = values.model();
  const auto consider = [&](ItemId item) {
    const std::size_t before = diagnostics.all().size();
    if (holds(selection.expression, selection.type, item, values, filters, diagnostics)) selected.push_back(item);
    return diagnostics.all().size() == before;  // after one failure the rest would fail alike
  };
  if (selection.type) {
    for (const ItemId item : model.of_type(*selection.type))
      if (!consider(item)) break;
  } else {
    for (std::size_t item = 0; item < model.items.size(); ++item)
      if (!consider(static_cast<ItemId>(item))) break;
  }
  return selected;
}

std::vector<ItemId> select_for_list(const Selection& selection, const ModelValues& values, const Filters& filters,
                                    Diagnostics& diagnostics) {
  const Model& model = values.model();
  std::vector<ItemId> items = select_items(selection, values, filters, diagnostics);
  std::erase_if(
      items, [&](ItemId item) { return model.items[item].section_index && !model.type(model.items[item]).chapters; });
  return items;
}

std::optional<std::size_t> limit_of(const TomlValue& options) {
  const TomlValue* limit = options.find("limit");
  if (limit == nullptr || limit->kind != TomlValue::Kind::integer || limit->integer < 1) return std::nullopt;
  return static_cast<std::size_t>(limit->integer);
}

void sort_and_limit(std::vector<ItemId>& items, const TomlValue& options, const ModelValues& values) {
  const TomlValue* sort = options.find("sort");
  if (sort != nullptr && sort->kind == TomlValue::Kind::text && !sort->text.empty()) {
    const bool down = sort->text.starts_with('-');
    const std::string_view field = std::string_view(sort->text).substr(down ? 1 : 0);
    std::stable_sort(items.begin(), items.end(), [&](ItemId a, ItemId b) {
      const Value left = values[a].member(field), right = values[b].member(field);
      const bool backwards = down && !left.is_empty() && !right.is_empty();
      return backwards ? sorts_before(right, left) : sorts_before(left, right);
    });
  }
  const std::optional<std::size_t> limit = limit_of(options);
  if (!limit) return;
  const Model& model = values.model();
  std::size_t left = *limit;
  auto last = items.begin();
  for (; last != items.end() && (model.items[*last].draft || left > 0); ++last)
    if (!model.items[*last].draft) --left;
  items.erase(last, items.end());
}

}  // namespace framewright
