#include "render/picture_filters.h"

#include <algorithm>

#include "diagram/chain.h"
#include "diagram/chart.h"
#include "diagram/cycle.h"
#include "diagram/timeline.h"
#include "diagram/tree.h"
#include "diagram/year.h"
#include "render/dated_items.h"
#include "render/hierarchy.h"
#include "render/item_thread.h"
#include "render/matrix.h"
#include "render/succession.h"
#include "render/tally.h"
#include "render/value_parts.h"
#include "template/evaluation.h"
#include "template/print.h"

namespace framewright {

namespace {

const List& input_list(const FilterCall& call) { return **call.input.get<const List*>(); }

// A value in words; an item as a heading names it: as a reference reads, with the title where that leaves it out.
std::string words_of(const Value& value, const FilterCall& call) {
  const auto printed = [&](const Value& each) {
    std::string words;
    append_value(words, each, call.evaluation.formats, Escaping::none);
    return words;
  };
  if (!value.is<const Object*>()) return printed(value);
  const std::string reads = printed(member_of_value(value, "reads")), title = printed(member_of_value(value, "title"));
  return reads.find(title) != std::string::npos ? reads : reads + ": " + title;
}

const Array empty_list;

const List& list_member(const Value& value, std::string_view name) {
  const Value member = member_of_value(value, name);
  const auto* list = member.get<const List*>();
  return list == nullptr ? empty_list : **list;
}

std::vector<Value> entries(const List& list) {
  std::vector<Value> all;
  for (std::size_t i = 0; i < list.size(); ++i) all.push_back(list.at(i));
  return all;
}

Value in_turn(const FilterCall& call) {
  Array& list = call.arena().array();
  for (const Value& item : in_succession(input_list(call), call.text(0).value_or(""))) list.add(item);
  return list;
}

Value cycle(const FilterCall& call) {
  std::vector<Value> subjects = entries(input_list(call));
  std::vector<std::string> stages;
  stages.reserve(subjects.size());
  for (const Value& stage : subjects) stages.push_back(words_of(stage, call));
  const std::string centre = words_of(call.arguments[0], call);
  subjects.push_back(call.arguments[0]);
  return picture_value(cycle_picture(stages, centre), subjects, call.arena());
}

Value hierarchy(const FilterCall& call) {
  return hierarchy_value(hierarchy_of(input_list(call), call.text(0).value_or("")), call.arena());
}

Value hierarchy_drawing(const FilterCall& call) {
  std::vector<Value> subjects;
  std::vector<TreeEntry> tree;
  for (const Branch& branch : hierarchy_of(input_list(call), call.text(0).value_or(""))) {
    subjects.push_back(branch.item);
    tree.push_back({words_of(branch.item, call), branch.depth});
  }
  return picture_value(tree_picture(tree), subjects, call.arena());
}

Value dated(const FilterCall& call) {
  std::vector<std::string_view> fields;
  if (const auto* several = call.arguments[0].get<const List*>())
    for (const Value& each : entries(**several))
      if (const auto* name = each.get<std::string_view>()) fields.push_back(*name);
  if (const auto name = call.text(0)) fields.push_back(*name);
  Array& list = call.arena().array();
  for (const DatedItem& each : in_order_of_dates(input_list(call), fields))
    list.add(call.arena()
                 .table()
                 .set("item", each.item)
                 .set("date", each.date)
                 .set("day", each.day ? Value(static_cast<std::int64_t>(*each.day)) : Value(Empty{})));
  return list;
}

Value timeline(const FilterCall& call) {
  std::vector<Value> subjects;
  std::vector<Moment> moments;
  for (const Value& entry : entries(input_list(call))) {
    const Value item = member_of_value(entry, "item"), day = member_of_value(entry, "day");
    Moment moment{words_of(member_of_value(entry, "date"), call), words_of(item, call), std::nullopt};
    if (moment.date.empty()) moment.date = call.text(0).value_or("");
    if (const auto* number = day.get<std::int64_t>()) moment.day = *number;
    subjects.push_back(item);
    moments.push_back(std::move(moment));
  }
  return picture_value(timeline_picture(moments), subjects, call.arena());
}

Value year(const FilterCall& call) {
  const std::vector<Value> subjects = entries(input_list(call));
  std::vector<YearRow> rows;
  for (const Value& item : subjects) {
    YearRow row{words_of(item, call), {}};
    for (const Value& month : entries(list_member(item, "months")))
      if (const auto* number = month.get<std::int64_t>()) row.months.push_back(static_cast<int>(*number));
    rows.push_back(std::move(row));
  }
  std::vector<std::string> names;
  if (const auto* list = call.arguments[0].get<const List*>())
    for (const Value& name : entries(**list)) names.push_back(words_of(name, call));
  return picture_value(year_picture(rows, names), subjects, call.arena());
}

const Page* page_argument(const FilterCall& call) {
  const auto* object = call.arguments[0].get<const Object*>();
  return object == nullptr ? nullptr : dynamic_cast<const Page*>(*object);
}

Value thread(const FilterCall& call) {
  const auto* object = call.input.get<const Object*>();
  const auto* item = object == nullptr ? nullptr : dynamic_cast<const ItemValue*>(*object);
  const Page* page = page_argument(call);
  if (page == nullptr || item == nullptr) return call.fail("thread takes an item and the page: item | thread(page)");
  return item_thread(*page, item->item());
}

Value thread_drawing(const FilterCall& call) {
  std::vector<Value> subjects;
  std::vector<ChainStep> steps;
  for (const Value& entry : entries(input_list(call))) {
    ChainStep step{words_of(member_of_value(entry, "label"), call), {}, member_of_value(entry, "here").truthy()};
    for (const Value& item : entries(list_member(entry, "items"))) {
      step.names.push_back(words_of(item, call));
      subjects.push_back(item);
    }
    steps.push_back(std::move(step));
  }
  return picture_value(chain_picture(steps), subjects, call.arena());
}

Value matrix(const FilterCall& call) {
  const auto* columns = call.arguments[0].get<const List*>();
  if (columns == nullptr) return call.fail("matrix takes rows and columns: rows | matrix(columns)");
  return matrix_of(input_list(call), **columns, call.text(1).value_or(""), call.arena());
}

Value tally(const FilterCall& call) {
  const Tally by{call.text(0).value_or(""), call.text(1).value_or(""), call.text(2).value_or("–"),
                 call.arguments[3].truthy()};
  return tally_of(input_list(call), by, call.evaluation.formats, call.arena());
}

std::vector<ChartBar> bars_of(const FilterCall& call) {
  std::vector<ChartBar> bars;
  for (const Value& entry : entries(input_list(call)))
    bars.push_back({words_of(member_of_value(entry, "label"), call), member_of_value(entry, "value")});
  return bars;
}

Value bars(const FilterCall& call) { return chart_bars(bars_of(call), call.text(0).value_or("…"), call.arena()); }

Value line(const FilterCall& call) { return picture_value(line_picture(bars_of(call)), {}, call.arena()); }

}  // namespace

void add_picture_filters(Filters& filters) {
  const KindSet list = kinds(ValueKind::list), text = kinds(ValueKind::text), object = kinds(ValueKind::object);
  const auto add = [&](std::string name, std::string about, std::string example, KindSet takes,
                       std::vector<FilterParameter> parameters, Value (*apply)(const FilterCall&)) {
    Filter filter;
    filter.name = std::move(name);
    filter.about = std::move(about);
    filter.example = std::move(example);
    filter.takes = takes;
    filter.parameters = std::move(parameters);
    filter.apply = apply;
    filters.add(std::move(filter));
  };
  add("in_turn", "items as each follows another by a link that leads to the next",
      "{% for item in items | in_turn(\"next\") %}…{% endfor %}", list, {{"link", text}}, in_turn);
  add("cycle", "a picture of items round a circle, with words or an item in the middle",
      "{{ picture.of(id, title, items | cycle(centre)) }}", list, {{"centre", every_kind}}, cycle);
  add("hierarchy", "items below the one that a link of theirs leads to: a list of `item`, `below`",
      "{% for root in items | hierarchy(\"reports_to\") %}…{% endfor %}", list, {{"link", text}}, hierarchy);
  add("hierarchy_drawing", "a picture of the same",
      "{{ picture.of(id, title, items | hierarchy_drawing(\"reports_to\")) }}", list, {{"link", text}},
      hierarchy_drawing);
  add("dated",
      "items in the order of a date field, or of the first of several that each has: a list of `item`, `date`, `day`",
      "{% for each in items | dated(\"on\") %}…{% endfor %}", list,
      {{"fields", kinds(ValueKind::text, ValueKind::list)}}, dated);
  add("timeline", "a picture of what `dated` gives, with words for what has no date",
      "{{ picture.of(id, title, items | dated(\"on\") | timeline(\"No date\")) }}", list, {{"undated", text}},
      timeline);
  add("year", "a picture of items with `months`, by the names of the twelve months",
      "{{ picture.of(id, title, items | year(months)) }}", list, {{"names", list}}, year);
  add("thread", "the golden thread of an item: a list of `label`, `items`, `here`",
      "{% for step in item | thread(page) %}…{% endfor %}", object, {{"page", object}}, thread);
  add("thread_drawing", "a picture of the same", "{{ picture.of(id, title, item | thread(page) | thread_drawing) }}",
      list, {}, thread_drawing);
  add("matrix", "which items link to which columns: `rows`, `columns`, `empty_rows`, `empty_columns`",
      "{% set grid = rows | matrix(columns, \"standards\") %}", list, {{"columns", list}, {"link", text, false}},
      matrix);
  add("tally", "items counted, or a field of theirs added up, by a field: a list of `key`, `label`, `item`, `value`",
      "{% for group in items | tally(\"department\", \"value_net\") %}…{% endfor %}", list,
      {{"by", text}, {"value", text, false}, {"none", text, false}, {"ordered", every_kind, false}}, tally);
  add("bars", "bars of what `tally` gives, for `chart.bars`",
      "{{ chart.bars(id, title, items | tally(\"status\") | bars(\"Others\")) }}", list, {{"others", text, false}},
      bars);
  add("line", "a picture of what `tally` gives as a line",
      "{{ picture.of(id, title, items | tally(\"year\") | line) }}", list, {}, line);
}

}  // namespace framewright
