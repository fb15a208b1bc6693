#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

constexpr std::size_t longest_number = 9;

// "3.1" of "03.01", in lower case.
std::string without_leading_zeros(std::string_view number) {
  std::string out;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const bool begins = i == 0 || !is_digit(number[i - 1]);
    while (begins && number[i] == '0' && i + 1 < number.size() && is_digit(number[i + 1])) ++i;
    out += number[i];
  }
  return ascii_lower(out);
}

// What stands before the number where readers see it, so that P3 and Q3 are two series.
std::string series_of(const Item& item, const TypeDef& type) {
  const bool number_alone =
      type.reads.find("{number}") != std::string::npos && type.reads.find("{id}") == std::string::npos;
  if (number_alone || item.number.size() > item.id.size()) return {};
  return item.id.substr(0, item.id.size() - item.number.size());
}

bool is_malformed(const Item& item, const TypeDef& type) {
  return item.number.empty() || (type.id && item.parent == no_item && !type.id->form.matches_whole(item.id));
}

void report_duplicates(const Model& model, TypeId id, Diagnostics& diagnostics) {
  const TypeDef& type = model.schema->types[id];
  std::map<std::pair<ItemId, std::string>, ItemId> first;  // by the item they stand in
  for (const ItemId item_id : model.of_type(id)) {
    const Item& item = model.items[item_id];
    if (is_malformed(item, type)) continue;
    const std::string number = without_leading_zeros(item.number);
    const auto [known, fresh] = first.try_emplace({item.parent, series_of(item, type) + number}, item_id);
    if (fresh) continue;
    const Item& other = model.items[known->second];
    Diagnostic& d =
        diagnostics.error("duplicate-number", item.id_where, "two " + type.plural + " have the number " + number);
    d.notes.push_back({other.id_where, quoted(other.id) + " stands here first"});
    d.help = "give one of them another number";
  }
}

struct Numbered {
  long long number = 0;
  ItemId item = no_item;
};

// The top-level items of each series by number, each number once; nothing when some have no whole number.
std::map<std::string, std::vector<Numbered>> series_of_type(const Model& model, TypeId id) {
  std::map<std::string, std::vector<Numbered>> series;
  const TypeDef& type = model.schema->types[id];
  for (const ItemId item_id : model.of_type(id)) {
    const Item& item = model.items[item_id];
    if (item.parent != no_item) continue;
    const bool whole = !is_malformed(item, type) && item.number.size() <= longest_number &&
                       std::all_of(item.number.begin(), item.number.end(), is_digit);
    if (!whole) return {};
    series[series_of(item, type)].push_back({std::stoll(item.number), item_id});
  }
  for (auto& [letters, numbers] : series) {
    std::stable_sort(numbers.begin(), numbers.end(), [](auto& a, auto& b) { return a.number < b.number; });
    const auto same = [](const Numbered& a, const Numbered& b) { return a.number == b.number; };
    numbers.erase(std::unique(numbers.begin(), numbers.end(), same), numbers.end());
  }
  return series;
}

std::string missing_words(const TypeDef& type, long long from, long long to) {
  if (from == to) return type.label + " " + std::to_string(from) + " is missing";
  return type.plural + " " + std::to_string(from) + (to == from + 1 ? " and " : " to ") + std::to_string(to) +
         " are missing";
}

// More missing than there are means that the numbers follow a plan of their own (S101, S201).
void report_gaps(const Model& model, const TypeDef& type, const std::vector<Numbered>& numbers,
                 Diagnostics& diagnostics) {
  const auto most = static_cast<long long>(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const long long from = i == 0 ? 1 : numbers[i - 1].number + 1;
    const long long to = numbers[i].number - 1;
    if (to < from || to - from + 1 > most || (i == 0 && numbers.size() == 1)) continue;
    const Item& item = model.items[numbers[i].item];
    const std::string after = i == 0
                                  ? "the first is " + quoted(item.id)
                                  : quoted(model.items[numbers[i - 1].item].id) + " is followed by " + quoted(item.id);
    diagnostics.warning("numbering-gap", item.id_where, missing_words(type, from, to) + ": " + after).help =
        "keep a withdrawn one in its place, with status = \"withdrawn\" and the reason, or number without a gap";
  }
}

}  // namespace

void check_numbers(const Inspection& site, Diagnostics& diagnostics) {
  const Model& model = site.model;
  for (std::size_t i = 0; i < model.schema->types.size(); ++i) {
    const auto id = static_cast<TypeId>(i);
    const TypeDef& type = model.schema->types[i];
    if (!type.numbered) continue;
    report_duplicates(model, id, diagnostics);
    if (site.known.is_unreadable(id)) continue;
    for (const auto& [letters, numbers] : series_of_type(model, id)) report_gaps(model, type, numbers, diagnostics);
  }
}

}  // namespace framewright
