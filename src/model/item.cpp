#include "model/item.h"

#include <algorithm>

namespace framewright {

namespace {

template <class T>
const T* scalar_field(const Item& item, const TypeDef& type, std::string_view name) {
  const FieldValue* value = item.field(type, name);
  const Scalar* scalar = value == nullptr ? nullptr : std::get_if<Scalar>(&value->value);
  return scalar == nullptr ? nullptr : std::get_if<T>(scalar);
}

}  // namespace

const FieldValue* Item::field(const TypeDef& def, std::string_view name) const { return field(def.field_index(name)); }

const FieldValue* Item::field(std::size_t index) const {
  if (fields.empty() || fields.back().field < index) return nullptr;
  const auto found = std::lower_bound(fields.begin(), fields.end(), index,
                                      [](const FieldValue& value, std::size_t wanted) { return value.field < wanted; });
  return found->field == index ? &*found : nullptr;
}

bool Item::was_refused(const TypeDef& def, std::string_view name) const {
  return std::find(refused.begin(), refused.end(), def.field_index(name)) != refused.end();
}

const std::string* text_field(const Item& item, const TypeDef& type, std::string_view name) {
  if (const std::string* text = scalar_field<std::string>(item, type, name)) return text;
  const TextRef* marked = scalar_field<TextRef>(item, type, name);
  return marked == nullptr ? nullptr : marked->plain.get();
}

const Date* date_field(const Item& item, const TypeDef& type, std::string_view name) {
  return scalar_field<Date>(item, type, name);
}

const Money* money_field(const Item& item, const TypeDef& type, std::string_view name) {
  return scalar_field<Money>(item, type, name);
}

std::vector<std::string> text_list_field(const Item& item, const TypeDef& type, std::string_view name) {
  std::vector<std::string> texts;
  const FieldValue* value = item.field(type, name);
  if (value == nullptr) return texts;
  if (const auto* list = std::get_if<std::vector<ListElement>>(&value->value))
    for (const ListElement& element : *list)
      if (const auto* text = std::get_if<std::string>(&element.value)) texts.push_back(*text);
  return texts;
}

}  // namespace framewright
