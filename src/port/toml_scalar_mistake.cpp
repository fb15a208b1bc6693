#include <algorithm>
#include <optional>

#include "base/date.h"
#include "base/text.h"
#include "port/toml_mistake.h"

namespace framewright {

namespace {

using std::string;
using std::string_view;

constexpr std::size_t none = string_view::npos;
constexpr std::size_t longest_quoted = 60;  // bytes of an author's words that a message repeats

std::optional<Date> written_date(string_view token) {
  string plain(token);
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == '.' || c == '-'; }, '/');
  for (const string_view pattern : {"%d/%m/%Y", "%e/%m/%Y", "%d/%m/%y", "%d %B %Y", "%e %B %Y", "%d %b %Y", "%e %b %Y"})
    if (const auto date = parse_date(plain, pattern)) return date;
  return std::nullopt;
}

// "2027-4-1", "2027-04-31": digits, two hyphens.
bool is_like_iso_date(string_view token) {
  return token.size() >= 8 && token.size() <= 10 && token[4] == '-' &&
         std::count(token.begin(), token.end(), '-') == 2 &&
         std::all_of(token.begin(), token.end(), [](char c) { return is_digit(c) || c == '-'; });
}

string iso_of_short(string_view token) {
  const string_view year = next_field(token, '-'), month = next_field(token, '-');
  const auto two = [](string_view digits) { return (digits.size() < 2 ? "0" : "") + string(digits); };
  return string(year) + "-" + two(month) + "-" + two(token);
}

bool is_amount(string_view token) {
  bool comma = token.starts_with("£");
  if (comma) token.remove_prefix(std::string_view("£").size());
  if (token.empty() || !is_digit(token.front())) return false;
  return std::all_of(token.begin(), token.end(),
                     [&](char c) {
                       comma = comma || c == ',';
                       return is_digit(c) || c == ',' || c == '.';
                     }) &&
         comma;
}

string in_quotes(string_view token) {
  if (token.size() > longest_quoted || token.find_first_of("\"\\") != none)
    return "put \" before and after it, and a backslash before each \" within it";
  return "write \"" + string(token) + "\"";
}

bool is_like_number(string_view token) {
  return token.find_first_not_of("0123456789.+-_eE") == none && token.find_first_of("0123456789") != none;
}

}  // namespace

TomlMistake explain_toml_scalar(string_view token) {
  const string lower = ascii_lower(token);
  if (lower == "true" || lower == "false") return {{}, lower + " is written in small letters", "write " + lower};
  if (lower == "yes" || lower == "no" || lower == "on" || lower == "off")
    return {{},
            "\"" + string(token) + "\" is neither true nor false",
            string("write ") + (lower == "yes" || lower == "on" ? "true" : "false") +
                ", or put it in quotation marks if it is text"};
  if (token.size() >= 8 && is_like_iso_date(token)) {
    const string full = iso_of_short(token);
    if (full != token && parse_date(full)) return {{}, "the month and day of a date have two digits", "write " + full};
    return {{}, "there is no such day as " + string(token), ""};
  }
  if (const auto date = written_date(token))
    return {{}, "a date is written as year, month, day", "write " + iso_date(*date)};
  if (is_amount(token))
    return {{}, "an amount with a pound sign or commas needs quotation marks", "write \"" + string(token) + "\""};
  const bool digits =
      std::all_of(token.begin(), token.end(), [](char c) { return is_digit(c) || c == ' ' || c == '_'; });
  if (digits && token.size() > 1 && token.front() == '0')
    return {{},
            "a number may not begin with 0",
            "put a reference or telephone number in quotation marks: \"" + string(token) + "\""};
  if (digits && token.find(' ') == none && token.size() > 18)
    return {{}, "this number is too large", "put it in quotation marks if it is a reference"};
  if (is_like_number(token))
    return {{}, "this is no number that can be read", "write it as 12 or 12.5, or in quotation marks if it is text"};
  return {{}, "text needs quotation marks", in_quotes(token)};
}

}  // namespace framewright
