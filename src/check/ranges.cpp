#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

// The values that one item takes, in whole pence: from `low` to `high`, both included.
struct Range {
  ItemId item = no_item;
  std::int64_t low = lowest, high = highest;
  Span low_where, high_where;  // the bound as written, else the id
};

std::string pounds(std::int64_t pence) { return format_money(Money{pence}); }

// A whole number of pounds reads better than one penny beside it.
std::string from_words(std::int64_t low) { return low % 100 == 1 ? "over " + pounds(low - 1) : "from " + pounds(low); }
std::string to_words(std::int64_t high) {
  return (high + 1) % 100 == 0 ? "below " + pounds(high + 1) : "up to " + pounds(high);
}

std::string values_words(std::int64_t low, std::int64_t high) {
  if (low == lowest && high == highest) return "any value";
  if (low == high) return "a value of " + pounds(low);
  if (low == lowest) return "a value " + to_words(high);
  if (high == highest) return "a value " + from_words(low);
  const std::string to = to_words(high);
  return "a value " + from_words(low) + (to.starts_with("up") ? " " : " and ") + to;
}

// Takes in one bound if it is given and the tighter one.
void take(const Item& item, const TypeDef& type, const std::string& field, std::int64_t step, bool is_low, Range& range,
          bool& bounded) {
  const Money* money = money_field(item, type, field);
  if (money == nullptr) return;
  bounded = true;
  const std::int64_t pence = std::clamp(money->pence, lowest + 1, highest - 1) + step;
  if (is_low ? pence < range.low : pence > range.high) return;
  (is_low ? range.low : range.high) = pence;
  (is_low ? range.low_where : range.high_where) = item.field(type, field)->where;
}

std::vector<Range> ranges_of(const Inspection& site, TypeId id) {
  std::vector<Range> ranges;
  const TypeDef& type = site.model.schema->types[id];
  for (const ItemId item_id : site.model.of_type(id)) {
    const Item& item = site.model.items[item_id];
    Range range{item_id, lowest, highest, item.id_where, item.id_where};
    bool bounded = false, refused = false;
    take(item, type, type.range->from, 0, true, range, bounded);
    take(item, type, type.range->over, 1, true, range, bounded);
    take(item, type, type.range->to, 0, false, range, bounded);
    take(item, type, type.range->below, -1, false, range, bounded);
    for (const std::string* field : {&type.range->from, &type.range->over, &type.range->to, &type.range->below})
      refused = refused || (!field->empty() && item.was_refused(type, *field));
    if (bounded && !(refused && (range.low == lowest || range.high == highest))) ranges.push_back(range);
  }
  return ranges;
}

void report_overlap(const Model& model, const Range& lower, const Range& upper, Diagnostics& diagnostics) {
  const bool upper_is_second = lower.item < upper.item;
  const Range& second = upper_is_second ? upper : lower;
  const Range& first = upper_is_second ? lower : upper;
  Diagnostic& d = diagnostics.error("threshold-overlap", upper_is_second ? upper.low_where : lower.high_where,
                                    item_words(model, first.item) + " and " + item_words(model, second.item) +
                                        " both take " + values_words(upper.low, std::min(lower.high, upper.high)));
  d.notes.push_back(
      {upper_is_second ? lower.high_where : upper.low_where, item_words(model, first.item) + " stands here"});
  d.help = "let one end where the other begins";
}

void report_gap(const Model& model, const Range& lower, const Range& upper, Diagnostics& diagnostics) {
  const TypeDef& type = model.type(model.items[upper.item]);
  Diagnostic& d = diagnostics.warning("threshold-gap", upper.low_where,
                                      "no " + type.label + " takes " + values_words(lower.high + 1, upper.low - 1));
  d.notes.push_back({lower.high_where, item_words(model, lower.item) + " ends here"});
  d.help = "let one begin where the other ends";
}

void check_type(const Inspection& site, TypeId id, Diagnostics& diagnostics) {
  const Model& model = site.model;
  std::vector<Range> ranges = ranges_of(site, id);
  std::erase_if(ranges, [&](const Range& range) {
    if (range.low <= range.high) return false;
    Diagnostic& d = diagnostics.error("bad-value", range.high_where,
                                      item_words(model, range.item) + " takes no value: it ends before it begins");
    d.notes.push_back({range.low_where, "it begins here"});
    d.help = "mend the one of the two amounts that is wrong";
    return true;
  });
  std::stable_sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) { return a.low < b.low; });
  std::size_t reaches = 0;  // the range so far that goes highest
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    const Range& lower = ranges[reaches];
    const Range& upper = ranges[i];
    if (upper.low <= lower.high)
      report_overlap(model, lower, upper, diagnostics);
    else if (upper.low - 1 > lower.high && !site.known.is_unreadable(id))
      report_gap(model, lower, upper, diagnostics);
    if (upper.high > lower.high) reaches = i;
  }
}

}  // namespace

void check_ranges(const Inspection& site, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < site.model.schema->types.size(); ++i)
    if (site.model.schema->types[i].range) check_type(site, static_cast<TypeId>(i), diagnostics);
}

}  // namespace framewright
