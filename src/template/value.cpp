#include "template/value.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

bool Value::is_empty() const {
  if (is<Undefined>() || is<Empty>()) return true;
  if (const auto* text = get<std::string_view>()) return text->empty();
  if (const auto* html = get<const Html*>()) return (*html)->empty();
  if (const auto* list = get<const List*>()) return (*list)->size() == 0;
  return false;
}

bool Value::truthy() const {
  if (const auto* boolean = get<bool>()) return *boolean;
  if (const auto* integer = get<std::int64_t>()) return *integer != 0;
  if (const auto* number = get<double>()) return *number != 0.0;
  if (const auto* money = get<Money>()) return money->pence != 0;
  return !is_empty();
}

std::string Value::describe() const {
  struct Describe {
    std::string operator()(Undefined) const { return "nothing of that name"; }
    std::string operator()(Empty) const { return "an empty value"; }
    std::string operator()(bool) const { return "yes or no"; }
    std::string operator()(std::int64_t) const { return "a number"; }
    std::string operator()(double) const { return "a number"; }
    std::string operator()(Money) const { return "an amount of money"; }
    std::string operator()(Date) const { return "a date"; }
    std::string operator()(std::string_view) const { return "text"; }
    std::string operator()(const Html*) const { return "markup"; }
    std::string operator()(const List* list) const { return "a list of " + std::to_string(list->size()); }
    std::string operator()(const Object*) const { return "a table"; }
  };
  return std::visit(Describe{}, data_);
}

Table& Table::set(std::string_view name, Value value) {
  members_.emplace_back(name, value);
  return *this;
}

Value Table::member(std::string_view name) const {
  for (const auto& [known, value] : members_)
    if (known == name) return value;
  return {};
}

std::vector<std::string_view> Table::names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, value] : members_) names.push_back(name);
  return names;
}

}  // namespace framewright
