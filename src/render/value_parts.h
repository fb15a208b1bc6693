#pragma once

#include <string_view>

#include "model/values.h"
#include "template/value.h"

namespace framewright {

// The item that a value is; null when it is none.
inline const ItemValue* as_item(const Value& value) {
  const auto* object = value.get<const Object*>();
  return object == nullptr ? nullptr : dynamic_cast<const ItemValue*>(*object);
}

// A member of the object that a value is; undefined when it is none.
inline Value member_of_value(const Value& value, std::string_view name) {
  const auto* object = value.get<const Object*>();
  return object == nullptr ? Value() : (*object)->member(name);
}

}  // namespace framewright
