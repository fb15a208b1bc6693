#include "template/static_type.h"

#include <array>

#include "base/text.h"

namespace framewright {

ValueKind kind_of(const Value& value) {
  static constexpr std::array<ValueKind, 11> by_index{
      ValueKind::any,  ValueKind::any,  ValueKind::boolean, ValueKind::number, ValueKind::number, ValueKind::money,
      ValueKind::date, ValueKind::text, ValueKind::html,    ValueKind::list,   ValueKind::object};
  return by_index[value.data().index()];
}

std::string_view describe_kind(ValueKind kind) {
  static constexpr std::array<std::string_view, 9> words{
      "anything", "yes or no", "a number", "an amount of money", "a date", "text", "markup", "a list", "a table"};
  return words[static_cast<std::size_t>(kind)];
}

StaticType StaticType::list_of(StaticType element) {
  StaticType type(ValueKind::list);
  type.element = std::make_shared<const StaticType>(std::move(element));
  return type;
}

StaticType StaticType::object_of(std::string name) {
  StaticType type(ValueKind::object);
  type.object = std::move(name);
  return type;
}

StaticType StaticType::choice_of(std::vector<std::string> choices) {
  StaticType type(ValueKind::text);
  type.choices = std::make_shared<const std::vector<std::string>>(std::move(choices));
  return type;
}

std::string StaticType::describe() const {
  static constexpr std::array<std::string_view, 9> many{
      "values", "yes or no", "numbers", "amounts of money", "dates", "texts", "markup", "lists", "tables"};
  if (kind == ValueKind::object && !object.empty()) return with_article(object);
  if (kind != ValueKind::list || !element || element->is(ValueKind::any)) return std::string(describe_kind(kind));
  if (element->is(ValueKind::object) && !element->object.empty()) return "a list of items (" + element->object + ")";
  return "a list of " + std::string(many[static_cast<std::size_t>(element->kind)]);
}

}  // namespace framewright
