#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace framewright {

// A day of the Gregorian calendar, with no time or zone.
using Date = std::chrono::year_month_day;

// The names that a language has for months, from January, and for days of the week, from Sunday. `short_months` are
// those of %b.
struct DateNames {
  std::array<std::string, 12> months, short_months;
  std::array<std::string, 7> weekdays;
};
const DateNames& english_date_names();

// `2027-04-01` (ISO 8601, extended form), a day that exists; nothing otherwise.
std::optional<Date> parse_date(std::string_view text);

// By a pattern of %Y %y %m %d %e %b %B, other characters standing for themselves: "%d/%m/%Y" reads 31/03/2027.
// Month names are English, in any case. %y is of the years 2000 to 2099.
std::optional<Date> parse_date(std::string_view text, std::string_view pattern);

// The same codes; %e is the day without a leading zero, %A the day of the week. An unknown code stands for itself.
std::string format_date(Date date, std::string_view pattern, const DateNames& names = english_date_names());
std::string iso_date(Date date);

// Whether a pattern has a code of format_date, and no other.
bool is_date_pattern(std::string_view pattern);
// Whether texts of a pattern can be read as days: it says the year, the month and the day.
bool can_read_dates(std::string_view pattern);

Date add_days(Date date, long long days);
// Days from the first to the second, negative when the second is earlier.
long long days_between(Date from, Date to);

}  // namespace framewright
