#pragma once

#include <compare>
#include <optional>
#include <string>

#include "template/expression.h"
#include "template/static_type.h"

namespace framewright {

// The rules of `==`, `<` and `in`, one set for checking before and for evaluating:
// - numbers and money compare with each other, a number being pounds; exact in pence;
// - dates with dates, yes or no with yes or no; texts by their bytes in `==`, by natural order ("P2" before "P10",
//   capitals and small letters alike) in `<`;
// - objects with objects and with text by their keys;
// - lists and markup with nothing; a list may hold a value (`in`), and a text a text.
bool can_equal(ValueKind a, ValueKind b);
bool can_order(ValueKind a, ValueKind b);

// False when either is empty, and when they can never be equal.
bool equal_values(const Value& a, const Value& b);

// REQUIRES: can_order of their kinds, and neither is empty.
std::strong_ordering order_values(const Value& a, const Value& b);

// Whether a list or a text holds a value; false when either is empty.
bool contains_value(const Value& whole, const Value& part);

// The amount that a number of pounds is; nothing for one with parts of a penny or beyond 64 bits of pence.
std::optional<Money> pounds(const Value& number);

// A text that is the same for equal values and differs for others: for grouping and for finding repeats.
std::string identity(const Value& value);

// Whether `a op b` makes sense: op is one of the comparisons, `in` and `not in`.
bool can_compare(Operator op, ValueKind a, ValueKind b);

// What to say when it does not: "a date cannot be compared with text", "yes or no has no order".
std::string comparison_error(Operator op, ValueKind a, ValueKind b, const std::string& a_words,
                             const std::string& b_words);

}  // namespace framewright
