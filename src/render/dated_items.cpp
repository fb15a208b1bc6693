#include "render/dated_items.h"

#include <algorithm>
#include <limits>

#include "base/date.h"
#include "base/text.h"

namespace framewright {

namespace {

const Date epoch{std::chrono::year{1970}, std::chrono::month{1}, std::chrono::day{1}};

std::optional<long long> day_of_text(std::string_view text) {
  static constexpr std::string_view first_day = "-01-01";
  std::size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '-')) ++end;
  const std::string_view written = text.substr(0, end);
  if (written.size() != 4 && written.size() != 7 && written.size() != 10) return std::nullopt;
  const std::string whole = std::string(written) + std::string(first_day.substr(written.size() == 4   ? 0
                                                                                : written.size() == 7 ? 3
                                                                                                      : 6));
  const std::optional<Date> date = parse_date(whole);
  return date ? std::optional(days_between(epoch, *date)) : std::nullopt;
}

std::optional<long long> day_of(const Value& value) {
  if (const auto* date = value.get<Date>()) return days_between(epoch, *date);
  if (const auto* text = value.get<std::string_view>()) return day_of_text(*text);
  if (const auto* year = value.get<std::int64_t>()) return day_of_text(std::to_string(*year));
  return std::nullopt;
}

}  // namespace

std::vector<DatedItem> in_order_of_dates(const List& items, const std::vector<std::string_view>& fields) {
  std::vector<DatedItem> dated;
  for (std::size_t i = 0; i < items.size(); ++i) {
    DatedItem each{items.at(i), Empty{}, std::nullopt};
    const auto* object = each.item.get<const Object*>();
    for (const std::string_view field : fields) {
      if (object == nullptr || !each.date.is_empty()) break;
      const Value value = (*object)->member(field);
      if (!value.is_undefined()) each.date = value;
    }
    each.day = day_of(each.date);
    dated.push_back(each);
  }
  constexpr long long last = std::numeric_limits<long long>::max();
  std::stable_sort(dated.begin(), dated.end(),
                   [&](const DatedItem& a, const DatedItem& b) { return a.day.value_or(last) < b.day.value_or(last); });
  return dated;
}

}  // namespace framewright
