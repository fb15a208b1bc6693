#include "template/arithmetic.h"

#include <cmath>
#include <limits>

#include "template/comparison.h"

namespace framewright {

namespace {

using Result = std::variant<Value, std::string>;

const std::string too_large = "the result is too large a number";
const std::string by_nought = "a number cannot be divided by nought";

Result whole(Operator op, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  bool overflow = false;
  switch (op) {
    case Operator::add: overflow = __builtin_add_overflow(a, b, &result); break;
    case Operator::subtract: overflow = __builtin_sub_overflow(a, b, &result); break;
    case Operator::multiply: overflow = __builtin_mul_overflow(a, b, &result); break;
    default:
      if (b == 0) return by_nought;
      if (b == -1) return whole(Operator::subtract, 0, a);
      if (a % b != 0) return Value(static_cast<double>(a) / static_cast<double>(b));
      result = a / b;
  }
  if (overflow) return too_large;
  return Value(result);
}

long double real(const Value& number) {
  if (const auto* integer = number.get<std::int64_t>()) return static_cast<long double>(*integer);
  return static_cast<long double>(*number.get<double>());
}

Result fractional(Operator op, long double a, long double b) {
  if (op == Operator::divide && b == 0) return by_nought;
  const long double result = op == Operator::add        ? a + b
                             : op == Operator::subtract ? a - b
                             : op == Operator::multiply ? a * b
                                                        : a / b;
  if (!(std::fabs(result) <= static_cast<long double>(std::numeric_limits<double>::max()))) return too_large;
  return Value(static_cast<double>(result));
}

Result amount(long double pence) {
  if (!(std::fabs(pence) < 9.2e18L)) return too_large;
  return Value(Money{std::llroundl(pence)});
}

Result with_money(Operator op, const Value& a, const Value& b) {
  const auto *left = a.get<Money>(), *right = b.get<Money>();
  if (op == Operator::add || op == Operator::subtract) {
    const auto first = pounds(a), second = pounds(b);
    if (!first || !second) return std::string("an amount of money has at most two decimals");
    Result sum = whole(op, first->pence, second->pence);
    if (const auto* value = std::get_if<Value>(&sum)) return Value(Money{*value->get<std::int64_t>()});
    return sum;
  }
  if (op == Operator::multiply && left) {
    const auto* times = b.get<std::int64_t>();
    if (!times) return amount(static_cast<long double>(left->pence) * real(b));
    Result product = whole(op, left->pence, *times);
    if (const auto* value = std::get_if<Value>(&product)) return Value(Money{*value->get<std::int64_t>()});
    return product;
  }
  if (op == Operator::multiply) return with_money(op, b, a);
  const long double divisor = right ? static_cast<long double>(right->pence) : real(b);
  if (divisor == 0) return by_nought;
  const long double quotient = static_cast<long double>(left->pence) / divisor;
  if (right) return Value(static_cast<double>(quotient));
  return amount(quotient);
}

Result with_dates(Operator op, const Value& a, const Value& b) {
  const auto *left = a.get<Date>(), *right = b.get<Date>();
  if (left && right) return Value(static_cast<std::int64_t>(days_between(*right, *left)));
  const auto* days = (left ? b : a).get<std::int64_t>();
  if (!days) return std::string("only whole days can be added to a date");
  static constexpr std::int64_t furthest = 4000000;
  const std::string beyond = "the result is a day beyond the calendar";
  if (*days > furthest || *days < -furthest) return beyond;
  const Date day = add_days(left ? *left : *right, op == Operator::subtract ? -*days : *days);
  if (!day.ok() || static_cast<int>(day.year()) < 1 || static_cast<int>(day.year()) > 9999) return beyond;
  return Value(day);
}

}  // namespace

std::optional<ValueKind> arithmetic_kind(Operator op, ValueKind a, ValueKind b) {
  using enum ValueKind;
  if (a == any || b == any) return any;
  const auto pair = [&](ValueKind x, ValueKind y) { return (a == x && b == y) || (a == y && b == x); };
  if (a == number && b == number) return number;
  if (op == Operator::add || op == Operator::subtract) {
    if (pair(money, number) || pair(money, money)) return money;
    if (a == date && b == number) return date;
    if (op == Operator::add && pair(date, number)) return date;
    if (op == Operator::subtract && pair(date, date)) return number;
    if (op == Operator::add && pair(text, text)) return text;
  }
  if (op == Operator::multiply && pair(money, number)) return money;
  if (op == Operator::divide && a == money && b == number) return money;
  if (op == Operator::divide && a == money && b == money) return number;
  return std::nullopt;
}

std::string arithmetic_error(Operator op, const std::string& a, const std::string& b) {
  switch (op) {
    case Operator::add: return a + " and " + b + " cannot be added";
    case Operator::subtract: return b + " cannot be taken from " + a;
    case Operator::multiply: return a + " cannot be multiplied by " + b;
    default: return a + " cannot be divided by " + b;
  }
}

std::variant<Value, std::string> calculate(Operator op, const Value& a, const Value& b, Arena& arena) {
  if (const auto* left = a.get<std::string_view>())
    return Value(arena.keep(std::string(*left).append(*b.get<std::string_view>())));
  if (a.is<Money>() || b.is<Money>()) return with_money(op, a, b);
  if (a.is<Date>() || b.is<Date>()) return with_dates(op, a, b);
  const auto *left = a.get<std::int64_t>(), *right = b.get<std::int64_t>();
  return left && right ? whole(op, *left, *right) : fractional(op, real(a), real(b));
}

}  // namespace framewright
