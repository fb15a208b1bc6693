#include "template/comparison.h"

#include <cmath>
#include <cstring>
#include <limits>

#include "base/text.h"

namespace framewright {

namespace {

bool is_numeric(ValueKind kind) { return kind == ValueKind::number || kind == ValueKind::money; }

long double as_real(const Value& value) {
  if (const auto* integer = value.get<std::int64_t>()) return static_cast<long double>(*integer);
  if (const auto* number = value.get<double>()) return static_cast<long double>(*number);
  return static_cast<long double>(value.get<Money>()->pence) / 100;
}

std::strong_ordering order_reals(long double a, long double b) {
  if (a < b) return std::strong_ordering::less;
  return a > b ? std::strong_ordering::greater : std::strong_ordering::equal;
}

std::strong_ordering order_numbers(const Value& a, const Value& b) {
  const auto *left = a.get<std::int64_t>(), *right = b.get<std::int64_t>();
  if (left && right) return *left <=> *right;
  if (a.is<Money>() || b.is<Money>()) {
    const auto first = pounds(a), second = pounds(b);
    if (first && second) return first->pence <=> second->pence;
  }
  return order_reals(as_real(a), as_real(b));
}

std::string_view key_of(const Value& value) {
  if (const auto* text = value.get<std::string_view>()) return *text;
  if (const auto* object = value.get<const Object*>()) return (*object)->key();
  return {};
}

}  // namespace

std::optional<Money> pounds(const Value& number) {
  if (const auto* money = number.get<Money>()) return *money;
  std::int64_t pence = 0;
  if (const auto* integer = number.get<std::int64_t>()) {
    if (__builtin_mul_overflow(*integer, std::int64_t{100}, &pence)) return std::nullopt;
    return Money{pence};
  }
  const auto* real = number.get<double>();
  // Below 2^53 pence, the double of a decimal with two places is that of its pence divided by 100, and of no others.
  if (!real || !(std::fabs(*real) < 9.0e13)) return std::nullopt;
  pence = std::llround(*real * 100);
  if (static_cast<double>(pence) / 100 != *real) return std::nullopt;
  return Money{pence};
}

bool can_equal(ValueKind a, ValueKind b) {
  if (a == ValueKind::any || b == ValueKind::any) return true;
  if (is_numeric(a)) return is_numeric(b);
  const auto keyed = [](ValueKind kind) { return kind == ValueKind::text || kind == ValueKind::object; };
  if (keyed(a)) return keyed(b);
  return a == b && (a == ValueKind::date || a == ValueKind::boolean);
}

bool can_order(ValueKind a, ValueKind b) {
  if (a == ValueKind::any || b == ValueKind::any) return true;
  if (is_numeric(a)) return is_numeric(b);
  return a == b && (a == ValueKind::date || a == ValueKind::text);
}

bool equal_values(const Value& a, const Value& b) {
  if (a.is_empty() || b.is_empty()) return false;
  const ValueKind left = kind_of(a), right = kind_of(b);
  if (!can_equal(left, right)) return false;
  if (is_numeric(left)) return order_numbers(a, b) == std::strong_ordering::equal;
  if (left == ValueKind::date) return *a.get<Date>() == *b.get<Date>();
  if (left == ValueKind::boolean) return *a.get<bool>() == *b.get<bool>();
  const auto *one = a.get<const Object*>(), *other = b.get<const Object*>();
  if (one && other && *one == *other) return true;
  const std::string_view key = key_of(a);
  return !key.empty() && key == key_of(b);
}

std::strong_ordering order_values(const Value& a, const Value& b) {
  const ValueKind kind = kind_of(a);
  if (is_numeric(kind)) return order_numbers(a, b);
  if (kind == ValueKind::date) return *a.get<Date>() <=> *b.get<Date>();
  const std::string left = ascii_lower(*a.get<std::string_view>()), right = ascii_lower(*b.get<std::string_view>());
  if (natural_less(left, right)) return std::strong_ordering::less;
  return natural_less(right, left) ? std::strong_ordering::greater : std::strong_ordering::equal;
}

bool contains_value(const Value& whole, const Value& part) {
  if (whole.is_empty() || part.is_empty()) return false;
  if (const auto* text = whole.get<std::string_view>()) {
    const auto* sought = part.get<std::string_view>();
    return sought && text->find(*sought) != std::string_view::npos;
  }
  const auto* list = whole.get<const List*>();
  if (!list) return false;
  for (std::size_t i = 0; i < (*list)->size(); ++i)
    if (equal_values((*list)->at(i), part)) return true;
  return false;
}

std::string identity(const Value& value) {
  struct Identity {
    std::string operator()(Undefined) const { return ""; }
    std::string operator()(Empty) const { return ""; }
    std::string operator()(bool boolean) const { return boolean ? "b1" : "b0"; }
    std::string operator()(std::int64_t integer) const {
      if (const auto money = pounds(Value(integer))) return (*this)(*money);
      return "i" + std::to_string(integer);
    }
    std::string operator()(double real) const {
      if (const auto money = pounds(Value(real))) return (*this)(*money);
      std::string bytes(sizeof real + 1, 'r');
      std::memcpy(bytes.data() + 1, &real, sizeof real);
      return bytes;
    }
    std::string operator()(Money money) const { return "m" + std::to_string(money.pence); }
    std::string operator()(Date date) const { return "d" + iso_date(date); }
    std::string operator()(std::string_view text) const { return text.empty() ? "" : "t" + std::string(text); }
    std::string operator()(const Html* html) const { return "h" + html->markup(); }
    std::string operator()(const List* list) const { return address(list); }
    std::string operator()(const Object* object) const {
      return object->key().empty() ? address(object) : "t" + std::string(object->key());
    }
    static std::string address(const void* place) {
      return "p" + std::to_string(reinterpret_cast<std::uintptr_t>(place));
    }
  };
  return std::visit(Identity{}, value.data());
}

bool can_compare(Operator op, ValueKind a, ValueKind b) {
  switch (op) {
    case Operator::equal:
    case Operator::not_equal: return can_equal(a, b);
    case Operator::contained:
    case Operator::not_contained:
      if (b == ValueKind::any || b == ValueKind::list) return true;
      return b == ValueKind::text && (a == ValueKind::any || a == ValueKind::text);
    default: return can_order(a, b);
  }
}

std::string comparison_error(Operator op, ValueKind a, ValueKind b, const std::string& a_words,
                             const std::string& b_words) {
  if (op == Operator::contained || op == Operator::not_contained) {
    if (b != ValueKind::text) return "`in` looks into a list or a text, not " + b_words;
    return "a text holds other texts, not " + a_words;
  }
  if (a == b && op != Operator::equal && op != Operator::not_equal) return a_words + " has no order";
  return a_words + " cannot be compared with " + b_words;
}

}  // namespace framewright
