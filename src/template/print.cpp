#include "template/print.h"

#include <array>
#include <charconv>
#include <cmath>

namespace framewright {

namespace {

void append_text(std::string& out, std::string_view text, Escaping escaping) {
  if (escaping == Escaping::none)
    out += text;
  else
    append_escaped(out, text);
}

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, 40> digits;
  std::to_chars_result end{};
  if constexpr (std::is_floating_point_v<Number>)
    end = std::fabs(number) < 1e15
              ? std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed)
              : std::to_chars(digits.data(), digits.data() + digits.size(), number);
  else
    end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  if (end.ec == std::errc()) {
    out.append(digits.data(), end.ptr);
    return;
  }
  if constexpr (std::is_floating_point_v<Number>) {
    end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end.ptr);
  }
}

}  // namespace

bool append_value(std::string& out, const Value& value, const Formats& formats, Escaping escaping) {
  if (const auto* text = value.get<std::string_view>()) {
    append_text(out, *text, escaping);
  } else if (const auto* html = value.get<const Html*>()) {
    out += (*html)->markup();
  } else if (const auto* integer = value.get<std::int64_t>()) {
    append_number(out, *integer);
  } else if (const auto* real = value.get<double>()) {
    append_number(out, *real);
  } else if (const auto* money = value.get<Money>()) {
    out += format_money(*money);
  } else if (const auto* date = value.get<Date>()) {
    append_text(out, format_date(*date, formats.date, *formats.names), escaping);
  } else if (const auto* boolean = value.get<bool>()) {
    append_text(out, *boolean ? formats.yes : formats.no, escaping);
  } else {
    return value.is_empty() && !value.is<const List*>();
  }
  return true;
}

}  // namespace framewright
