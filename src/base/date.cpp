#include "base/date.h"

#include <array>
#include <cstdio>

#include "base/text.h"

namespace framewright {

namespace {

std::optional<unsigned> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t size = 0;
  unsigned number = 0;
  while (size < most && size < text.size() && is_digit(text[size]))
    number = number * 10 + static_cast<unsigned>(text[size++] - '0');
  if (size < least) return std::nullopt;
  text.remove_prefix(size);
  return number;
}

std::optional<unsigned> take_month_name(std::string_view& text, bool full) {
  const DateNames& english = english_date_names();
  for (unsigned month = 0; month < english.months.size(); ++month) {
    const std::string& name = full ? english.months[month] : english.short_months[month];
    if (ascii_lower(text.substr(0, name.size())) == ascii_lower(name)) {
      text.remove_prefix(name.size());
      return month + 1;
    }
  }
  return std::nullopt;
}

std::optional<Date> existing(unsigned year, unsigned month, unsigned day) {
  const Date date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string padded(unsigned number, int width) {
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), "%0*u", width, number);
  return digits.data();
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) { return parse_date(text, "%Y-%m-%d"); }

std::optional<Date> parse_date(std::string_view text, std::string_view pattern) {
  std::optional<unsigned> year, month, day;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '%' || at + 1 == pattern.size()) {
      if (text.empty() || text.front() != pattern[at]) return std::nullopt;
      text.remove_prefix(1);
      continue;
    }
    switch (pattern[++at]) {
      case 'Y': year = take_number(text, 4, 4); break;
      case 'y':
        year = take_number(text, 2, 2);
        if (year) *year += 2000;
        break;
      case 'm': month = take_number(text, 2, 2); break;
      case 'd': day = take_number(text, 2, 2); break;
      case 'e': day = take_number(text, 1, 2); break;
      case 'b': month = take_month_name(text, false); break;
      case 'B': month = take_month_name(text, true); break;
      default: return std::nullopt;
    }
  }
  if (!text.empty() || !year || !month || !day) return std::nullopt;
  return existing(*year, *month, *day);
}

const DateNames& english_date_names() {
  static const DateNames names{{"January", "February", "March", "April", "May", "June", "July", "August", "September",
                                "October", "November", "December"},
                               {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
                               {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}};
  return names;
}

std::string format_date(Date date, std::string_view pattern, const DateNames& names) {
  const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<unsigned>(date.day());
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '%' || at + 1 == pattern.size()) {
      out += pattern[at];
      continue;
    }
    switch (pattern[++at]) {
      case 'Y': out += padded(year, 4); break;
      case 'y': out += padded(year % 100, 2); break;
      case 'm': out += padded(month, 2); break;
      case 'd': out += padded(day, 2); break;
      case 'e': out += std::to_string(day); break;
      case 'b': out += names.short_months[month - 1]; break;
      case 'B': out += names.months[month - 1]; break;
      case 'A': out += names.weekdays[std::chrono::weekday(date).c_encoding()]; break;
      default: out.append("%").append(1, pattern[at]);
    }
  }
  return out;
}

bool is_date_pattern(std::string_view pattern) {
  bool any = false;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '%') continue;
    if (++at == pattern.size() || std::string_view("YymdebBA").find(pattern[at]) == std::string_view::npos)
      return false;
    any = true;
  }
  return any;
}

bool can_read_dates(std::string_view pattern) {
  const Date day{std::chrono::year(2027), std::chrono::March, std::chrono::day(31)};
  return parse_date(format_date(day, pattern), pattern) == day;
}

std::string iso_date(Date date) { return format_date(date, "%Y-%m-%d"); }

Date add_days(Date date, long long days) { return std::chrono::sys_days(date) + std::chrono::days(days); }

long long days_between(Date from, Date to) { return (std::chrono::sys_days(to) - std::chrono::sys_days(from)).count(); }

}  // namespace framewright
