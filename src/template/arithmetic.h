#pragma once

#include <optional>
#include <string>
#include <variant>

#include "template/expression.h"
#include "template/static_type.h"

namespace framewright {

// The rules of + - * /, one set for checking before and for evaluating. Numbers with numbers; a number of pounds beside
// money; money times or by a number, rounded to the penny, halves away from nought; days beside dates; + joins texts.
// The kind of the result; nothing when the two do not go together. `any` when either is.
std::optional<ValueKind> arithmetic_kind(Operator op, ValueKind a, ValueKind b);

// "text and a number cannot be added".
std::string arithmetic_error(Operator op, const std::string& a, const std::string& b);

// The result, or what went wrong: a division by nought, a number beyond 64 bits, a date beyond the calendar.
// REQUIRES: arithmetic_kind knows their kinds, and neither is empty.
std::variant<Value, std::string> calculate(Operator op, const Value& a, const Value& b, Arena& arena);

}  // namespace framewright
