#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "port/json.h"
#include "register/imported_register.h"

namespace framewright {

// Inner part of register/import_ocds: members that may be absent, for which a null stands.

inline const JsonValue& no_value() {
  static const JsonValue none;
  return none;
}

inline const JsonValue& member(const JsonValue& value, std::string_view key) {
  const JsonValue* found = value.find(key);
  return found == nullptr ? no_value() : *found;
}

inline std::string text_member(const JsonValue& value, std::string_view key) { return std::string(value.text_of(key)); }

inline void put(ImportedFields& fields, const std::string& name, std::string value) {
  if (!value.empty()) fields[name] = {std::move(value)};
}

}  // namespace framewright
