#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "template/value.h"

namespace framewright {

enum class ValueKind : std::uint8_t { any, boolean, number, money, date, text, html, list, object };

// Sets of kinds, for what a filter takes.
using KindSet = std::uint16_t;
constexpr KindSet kinds() { return 0; }
template <class... Kinds>
constexpr KindSet kinds(ValueKind kind, Kinds... others) {
  return static_cast<KindSet>((1u << static_cast<unsigned>(kind)) | kinds(others...));
}
inline constexpr KindSet every_kind = 0xffff;

// `any` for an undefined or empty value.
ValueKind kind_of(const Value& value);
// "a date", "text", "an amount of money".
std::string_view describe_kind(ValueKind kind);

// What is known of a value before it is there. `any` may be anything, and is never reported.
struct StaticType {
  ValueKind kind = ValueKind::any;
  std::shared_ptr<const StaticType> element;                // of a list; none for a list of anything
  std::string object;                                       // of an object: its name to the TypeScope, "contract"
  std::shared_ptr<const std::vector<std::string>> choices;  // of a text: the only ones that it takes

  StaticType(ValueKind value_kind = ValueKind::any) : kind(value_kind) {}
  static StaticType list_of(StaticType element);
  static StaticType object_of(std::string name);
  static StaticType choice_of(std::vector<std::string> choices);

  bool is(ValueKind wanted) const { return kind == wanted; }
  // May stand where yes or no is wanted.
  bool is_condition() const { return is(ValueKind::boolean) || is(ValueKind::any); }
  StaticType item() const { return element ? *element : StaticType(); }
  // "a date", "a list of standards", "a contract".
  std::string describe() const;
};

// What names mean where an expression stands.
class TypeScope {
public:
  virtual ~TypeScope() = default;
  virtual std::optional<StaticType> name(std::string_view name) const = 0;
  // Of an object type; `object` is StaticType::object.
  virtual std::optional<StaticType> member(std::string_view object, std::string_view name) const = 0;
  // For suggestions.
  virtual std::vector<std::string_view> names() const = 0;
  virtual std::vector<std::string_view> members(std::string_view object) const = 0;
  // Whether there is an object of that type and key, so that `"S31" in standards` is reported where it is written.
  virtual bool has_key(std::string_view /*object*/, std::string_view /*key*/) const { return true; }
  virtual std::vector<std::string_view> keys(std::string_view /*object*/) const { return {}; }
};

struct Expression;
class Filters;
class Diagnostics;

// Checks an expression once, before it is evaluated: names, members, filters and their arguments, and comparisons that
// can never hold. A name that nothing has is an error even with `| default(…)` or `is defined`. Errors are of rule
// `bad-expression`. The type of the result, nothing when there was an error; a caller that wants a condition asks
// is_condition().
std::optional<StaticType> check_types(const Expression& expression, const TypeScope& scope, const Filters& filters,
                                      Diagnostics& diagnostics);

}  // namespace framewright
