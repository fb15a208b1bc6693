#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "template/arithmetic.h"
#include "template/comparison.h"
#include "template/evaluation.h"
#include "template/filter.h"
#include "template/print.h"

namespace framewright {

namespace {

constexpr KindSet list_only = kinds(ValueKind::list);
constexpr KindSet text_only = kinds(ValueKind::text);
constexpr KindSet number_only = kinds(ValueKind::number);

const List& input_list(const FilterCall& call) { return **call.input.get<const List*>(); }

Value kept(const Array& array) { return Value(static_cast<const List&>(array)); }

// The entry itself, or its member when the argument gives one.
Value part(const FilterCall& call, std::size_t argument, const Value& entry) {
  const auto path = call.text(argument);
  return path ? member_of(entry, *path, call.evaluation, call.where) : entry;
}

Value length(const FilterCall& call) {
  if (const auto* list = call.input.get<const List*>()) return (*list)->size();
  if (const auto* text = call.input.get<std::string_view>()) return count_code_points(*text);
  return 0;
}

Value first(const FilterCall& call) {
  const List& list = input_list(call);
  return list.size() == 0 ? Value(Empty{}) : list.at(0);
}

Value last(const FilterCall& call) {
  const List& list = input_list(call);
  return list.size() == 0 ? Value(Empty{}) : list.at(list.size() - 1);
}

Value joined(const FilterCall& call) {
  const List& list = input_list(call);
  const std::string_view separator = call.text(0).value_or("");
  const std::string_view before_last = call.text(1).value_or(separator);
  bool markup = false;
  for (std::size_t i = 0; i < list.size(); ++i) markup = markup || list.at(i).is<const Html*>();
  std::string out;
  std::size_t remaining = 0;
  for (std::size_t i = 0; i < list.size(); ++i) remaining += list.at(i).is_empty() ? 0 : 1;
  const std::size_t all = remaining;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Value entry = list.at(i);
    if (entry.is_empty()) continue;
    if (kind_of(entry) >= ValueKind::list)
      return call.fail("`join` cannot write " + entry.describe(), "choose what to write with `map` first");
    const std::string_view between = remaining == 1 ? before_last : separator;
    if (remaining-- < all) markup ? append_escaped(out, between) : static_cast<void>(out += between);
    append_value(out, entry, call.evaluation.formats, markup ? Escaping::markup : Escaping::none);
  }
  if (markup) return call.arena().keep(Html::trusted(std::move(out)));
  return call.arena().keep(std::move(out));
}

Value sort(const FilterCall& call) {
  const List& list = input_list(call);
  std::vector<std::pair<Value, Value>> keyed;  // key, entry
  for (std::size_t i = 0; i < list.size() && !call.evaluation.failed; ++i)
    keyed.emplace_back(part(call, 0, list.at(i)), list.at(i));
  if (call.evaluation.failed) return {};
  const auto given = std::find_if(keyed.begin(), keyed.end(), [](const auto& pair) { return !pair.first.is_empty(); });
  const Value sample = given == keyed.end() ? Value() : given->first;
  for (const auto& [key, entry] : keyed) {
    if (key.is_empty()) continue;
    const ValueKind kind = kind_of(key), other = kind_of(sample);
    if (kind == other && !can_order(kind, kind))
      return call.fail("`sort` cannot order " + key.describe(), "name a member to sort by");
    if (!can_order(kind, other))
      return call.fail("`sort` cannot order " + sample.describe() + " and " + key.describe());
  }
  const bool reverse = call.arguments[1].truthy();
  std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
    if (a.first.is_empty() || b.first.is_empty()) return !a.first.is_empty() && b.first.is_empty();
    return std::is_lt(reverse ? order_values(b.first, a.first) : order_values(a.first, b.first));
  });
  Array& sorted = call.arena().array();
  for (const auto& [key, entry] : keyed) sorted.add(entry);
  return kept(sorted);
}

Value reverse(const FilterCall& call) {
  const List& list = input_list(call);
  Array& reversed = call.arena().array();
  for (std::size_t i = list.size(); i-- > 0;) reversed.add(list.at(i));
  return kept(reversed);
}

Value map(const FilterCall& call) {
  const List& list = input_list(call);
  Array& mapped = call.arena().array();
  for (std::size_t i = 0; i < list.size() && !call.evaluation.failed; ++i) mapped.add(part(call, 0, list.at(i)));
  return kept(mapped);
}

Value where(const FilterCall& call) {
  const List& list = input_list(call);
  Array& found = call.arena().array();
  const Value& wanted = call.arguments[1];
  for (std::size_t i = 0; i < list.size() && !call.evaluation.failed; ++i) {
    const Value value = part(call, 0, list.at(i));
    if (wanted.is_undefined() ? value.truthy() : equal_values(value, wanted)) found.add(list.at(i));
  }
  return kept(found);
}

Value unique(const FilterCall& call) {
  const List& list = input_list(call);
  Array& found = call.arena().array();
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < list.size() && !call.evaluation.failed; ++i)
    if (seen.insert(identity(part(call, 0, list.at(i)))).second) found.add(list.at(i));
  return kept(found);
}

Value flatten(const FilterCall& call) {
  const List& list = input_list(call);
  Array& flat = call.arena().array();
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Value entry = list.at(i);
    const auto* inner = entry.get<const List*>();
    if (!inner) flat.add(entry);
    for (std::size_t k = 0; inner && k < (*inner)->size(); ++k) flat.add((*inner)->at(k));
  }
  return kept(flat);
}

Value sum(const FilterCall& call) {
  if (call.input.is_empty()) return 0;
  const List& list = input_list(call);
  Value total;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Value value = part(call, 0, list.at(i));
    if (call.evaluation.failed) return {};
    if (value.is_empty()) continue;
    const ValueKind kind = kind_of(value);
    if (kind != ValueKind::number && kind != ValueKind::money) return call.fail("`sum` cannot add " + value.describe());
    if (total.is_undefined()) {
      total = value;
      continue;
    }
    const auto added = calculate(Operator::add, total, value, call.arena());
    if (const auto* wrong = std::get_if<std::string>(&added)) return call.fail(*wrong);
    total = std::get<Value>(added);
  }
  return total.is_undefined() ? Value(0) : total;
}

Value group(const FilterCall& call) {
  const List& list = input_list(call);
  Array& groups = call.arena().array();
  std::unordered_map<std::string, Array*> known;
  const auto put = [&](const Value& key, const Value& entry) {
    Array*& items = known[identity(key)];
    if (!items) {
      items = &call.arena().array();
      groups.add(Value(static_cast<const Object&>(
          call.arena().table().set("key", key.is_empty() ? Value(Empty{}) : key).set("items", kept(*items)))));
    }
    items->add(entry);
  };
  for (std::size_t i = 0; i < list.size() && !call.evaluation.failed; ++i) {
    const Value key = part(call, 0, list.at(i));
    const auto* several = key.get<const List*>();
    if (!several || (*several)->size() == 0) put(several ? Value(Empty{}) : key, list.at(i));
    for (std::size_t k = 0; several && k < (*several)->size(); ++k) put((*several)->at(k), list.at(i));
  }
  return kept(groups);
}

Value slice(const FilterCall& call) {
  const List& list = input_list(call);
  const auto size = static_cast<std::int64_t>(list.size());
  const auto place = [&](std::int64_t at) { return std::clamp<std::int64_t>(at < 0 ? at + size : at, 0, size); };
  const std::int64_t begin = place(call.integer(0, 0)), end = place(call.integer(1, size));
  Array& cut = call.arena().array();
  for (std::int64_t i = begin; i < end; ++i) cut.add(list.at(static_cast<std::size_t>(i)));
  return kept(cut);
}

Value limit(const FilterCall& call) {
  const List& list = input_list(call);
  const std::int64_t most = call.integer(0, 0);
  if (most < 0) return call.fail("`limit` needs a whole number, nought or more");
  if (static_cast<std::size_t>(most) >= list.size()) return call.input;
  Array& cut = call.arena().array();
  for (std::size_t i = 0; i < static_cast<std::size_t>(most); ++i) cut.add(list.at(i));
  return kept(cut);
}

using Gives = std::function<StaticType(const FilterTypeCall&)>;

StaticType same(const FilterTypeCall& call) { return call.input; }
StaticType item(const FilterTypeCall& call) { return call.input.item(); }
StaticType number(const FilterTypeCall&) { return ValueKind::number; }

StaticType part_type(const FilterTypeCall& call) {
  return call.arguments[0] ? call.member(call.input.item(), 0) : call.input.item();
}

StaticType same_checked(const FilterTypeCall& call) {
  part_type(call);
  return call.input;
}

StaticType flat_type(const FilterTypeCall& call) {
  const StaticType inner = call.input.item();
  return inner.is(ValueKind::list) ? inner : call.input;
}

StaticType group_type(const FilterTypeCall& call) {
  part_type(call);
  return StaticType::list_of(ValueKind::any);
}

}  // namespace

void add_list_filters(Filters& filters) {
  const auto add = [&](std::string name, std::string about, std::string example, std::string result,
                       std::vector<FilterParameter> parameters, Value (*apply)(const FilterCall&), Gives gives,
                       KindSet takes = list_only, bool takes_empty = false) {
    filters.add({std::move(name), std::move(about), std::move(example), std::move(result), takes, takes_empty, false,
                 std::move(parameters), apply, std::move(gives)});
  };
  const FilterParameter by{"member", text_only, false}, member{"member", text_only};
  add("length", "the number of entries, or of characters of a text", "{{ [1, 2] | length }}", "2", {}, length, number,
      kinds(ValueKind::list, ValueKind::text), true);
  add("first", "the first entry", "{{ [1, 2] | first }}", "1", {}, first, item);
  add("last", "the last entry", "{{ [1, 2] | last }}", "2", {}, last, item);
  add("join", "the entries as one text, empty ones left out", "{{ [1, 2, 3] | join(\", \", \" and \") }}", "1, 2 and 3",
      {{"separator", text_only, false}, {"last", text_only, false}}, joined, nullptr);
  add("sort", "in order, by a member if one is given, empty ones last", "{{ [\"P10\", \"P2\"] | sort | join(\" \") }}",
      "P2 P10", {by, {"reverse", every_kind, false}}, sort, same_checked);
  add("reverse", "in the opposite order", "{{ [1, 2] | reverse | join(\" \") }}", "2 1", {}, reverse, same);
  add("map", "one member of each entry", "{{ days | map(\"year\") | join(\" \") }}", "2026 2027", {member}, map,
      [](const FilterTypeCall& call) { return StaticType::list_of(part_type(call)); });
  add("where", "the entries whose member equals a value, or is there at all",
      "{{ days | where(\"year\", 2027) | length }}", "1", {member, {"value", every_kind, false}}, where, same_checked);
  add("unique", "each entry once, told apart by a member if one is given", "{{ [1, 2, 1] | unique | join(\" \") }}",
      "1 2", {by}, unique, same_checked);
  add("flatten", "a list of lists as one list", "{{ [[1], [2, 3]] | flatten | join(\" \") }}", "1 2 3", {}, flatten,
      flat_type);
  add(
      "sum", "the entries, or a member of each, added up", "{{ [1, 2] | sum }}", "3", {by}, sum,
      [](const FilterTypeCall& call) {
        const StaticType type = part_type(call);
        return type.is(ValueKind::money) || type.is(ValueKind::number) ? type : StaticType();
      },
      list_only, true);
  add("group", "a list of `key` and `items`, an entry with several values standing in each group",
      "{% for g in days | group(\"year\") %}{{ g.key }}: {{ g.items | length }} {% endfor %}", "2026: 1 2027: 1 ",
      {member}, group, group_type);
  add("slice", "the entries from one number to before another, counted from 0; below 0 from the end",
      "{{ [1, 2, 3] | slice(1, 3) | join(\" \") }}", "2 3", {{"from", number_only}, {"to", number_only, false}}, slice,
      same);
  add("limit", "at most so many entries", "{{ [1, 2, 3] | limit(2) | join(\" \") }}", "1 2", {{"count", number_only}},
      limit, same);
}

}  // namespace framewright
