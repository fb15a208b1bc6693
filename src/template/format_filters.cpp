#include <charconv>
#include <cmath>

#include "base/text.h"
#include "template/comparison.h"
#include "template/evaluation.h"
#include "template/filter.h"
#include "template/json.h"
#include "template/phrase.h"
#include "template/print.h"

namespace framewright {

namespace {

constexpr KindSet text_only = kinds(ValueKind::text);
constexpr KindSet number_only = kinds(ValueKind::number);
constexpr KindSet countable = kinds(ValueKind::number, ValueKind::list);

StaticType gives_text(const FilterTypeCall&) { return ValueKind::text; }

Value date(const FilterCall& call) {
  const std::string_view pattern = call.text(0).value_or(call.evaluation.formats.date);
  return call.arena().keep(format_date(*call.input.get<Date>(), pattern, *call.evaluation.formats.names));
}

Value money(const FilterCall& call) {
  const auto amount = pounds(call.input);
  if (!amount) return call.fail("this number is no amount of money", "an amount has at most two decimals");
  return call.arena().keep(format_money(*amount));
}

Value number(const FilterCall& call) {
  if (const auto* whole = call.input.get<std::int64_t>()) return call.arena().keep(with_thousands(*whole));
  std::string digits;
  append_value(digits, call.input, call.evaluation.formats, Escaping::none);
  const std::size_t point = digits.find_first_of(".e");
  if (point == std::string::npos || digits[point] == 'e') return call.arena().keep(std::move(digits));
  for (std::size_t at = point; at > (digits.front() == '-' ? 4u : 3u);) digits.insert(at -= 3, ",");
  return call.arena().keep(std::move(digits));
}

Value round(const FilterCall& call) {
  const std::int64_t places = call.integer(0, 0);
  if (places < 0 || places > 6) return call.fail("`round` takes 0 to 6 decimals");
  if (call.input.is<std::int64_t>()) return call.input;
  const double real = *call.input.get<double>();
  const double scale = std::pow(10.0, static_cast<double>(places));
  const double scaled = std::round(real * scale);
  if (!(std::fabs(scaled) < 9.0e15)) return call.input;
  if (places == 0) return static_cast<std::int64_t>(scaled);
  return scaled / scale;
}

std::int64_t count_of(const Value& value) {
  if (const auto* list = value.get<const List*>()) return static_cast<std::int64_t>((*list)->size());
  if (const auto* whole = value.get<std::int64_t>()) return *whole;
  if (const auto* real = value.get<double>()) return *real == 1.0 ? 1 : 2;
  return 0;
}

Value plural(const FilterCall& call) { return count_of(call.input) == 1 ? call.arguments[0] : call.arguments[1]; }

Value counted_words(const FilterCall& call) {
  std::string words = call.input.is<double>() ? std::string() : with_thousands(count_of(call.input));
  if (call.input.is<double>()) append_value(words, call.input, call.evaluation.formats, Escaping::none);
  return call.arena().keep(words.append(" ").append(*call.text(count_of(call.input) == 1 ? 0 : 1)));
}

Value fill(const FilterCall& call) {
  const auto* object = call.input.get<const Object*>();
  const auto* phrase = object == nullptr ? nullptr : dynamic_cast<const Phrase*>(*object);
  if (phrase == nullptr) return call.fail("`fill` takes a phrase with places for values, such as words.list.rows");
  std::size_t given = call.arguments.size();
  while (given > 0 && call.arguments[given - 1].is_undefined()) --given;
  const std::span<const Value> values = call.arguments.first(given);
  if (std::string problem = phrase->problem(values); !problem.empty()) return call.fail(std::move(problem));
  return phrase->fill(values, call.evaluation.formats, call.arena());
}

Value json(const FilterCall& call) {
  std::string out;
  if (!append_json(out, call.input)) return call.fail("this is nested too deeply for `json`");
  return call.arena().keep(std::move(out));
}

}  // namespace

void add_format_filters(Filters& filters) {
  const auto add = [&](std::string name, std::string about, std::string example, std::string result, KindSet takes,
                       std::vector<FilterParameter> parameters, Value (*apply)(const FilterCall&)) {
    filters.add({std::move(name), std::move(about), std::move(example), std::move(result), takes, false, false,
                 std::move(parameters), apply, gives_text});
  };
  const std::vector<FilterParameter> words{{"one", text_only}, {"many", text_only}};
  add("date", "a date in a pattern of %Y %y %m %d %e %b %B %A, or in the site's own",
      "{{ 2027-04-01 | date(\"%d/%m/%Y\") }}", "01/04/2027", kinds(ValueKind::date), {{"pattern", text_only, false}},
      date);
  add("money", "an amount in pounds", "{{ 1234.5 | money }}", "£1,234.50", kinds(ValueKind::number, ValueKind::money),
      {}, money);
  add("number", "a number with commas between thousands", "{{ 1234567 | number }}", "1,234,567", number_only, {},
      number);
  add("plural", "the word for one or for many", "{{ 3 | plural(\"standard\", \"standards\") }}", "standards", countable,
      words, plural);
  add("counted", "a number and the word for it", "{{ [1] | counted(\"standard\", \"standards\") }}", "1 standard",
      countable, words, counted_words);
  filters.add({"round",
               "a number with at most so many decimals",
               "{{ 2.345 | round(1) }}",
               "2.3",
               number_only,
               false,
               false,
               {{"decimals", number_only, false}},
               round,
               [](const FilterTypeCall&) { return StaticType(ValueKind::number); }});
  filters.add({"fill",
               "a phrase of the interface with values in its places, in their order",
               "{{ words.list.rows | fill(1, 20, 3000) }}",
               "Rows 1 to 20 of 3,000",
               kinds(ValueKind::object),
               false,
               false,
               {{"first"}, {"second", every_kind, false}, {"third", every_kind, false}, {"fourth", every_kind, false}},
               fill,
               {}});
  filters.add({"json",
               "a value as JSON, safe inside a script of type application/ld+json",
               "{{ [1, true] | json }}",
               "[1,true]",
               every_kind,
               true,
               false,
               {},
               json,
               gives_text});
}

}  // namespace framewright
