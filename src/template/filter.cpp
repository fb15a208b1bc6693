#include "template/filter.h"

#include <algorithm>
#include <cassert>

#include "base/text.h"
#include "template/evaluation.h"

namespace framewright {

Arena& FilterCall::arena() const { return evaluation.arena; }

Value FilterCall::fail(std::string message, std::string label) const {
  return evaluation.fail(where, std::move(message), std::move(label));
}

std::optional<std::string_view> FilterCall::text(std::size_t argument) const {
  if (const auto* text = arguments[argument].get<std::string_view>()) return *text;
  return std::nullopt;
}

std::int64_t FilterCall::integer(std::size_t argument, std::int64_t otherwise) const {
  if (const auto* integer = arguments[argument].get<std::int64_t>()) return *integer;
  return otherwise;
}

void Filters::add(Filter filter) {
  assert(filter.parameters.size() <= most_parameters);
  std::string name = filter.name;
  filters_[std::move(name)] = std::make_unique<Filter>(std::move(filter));
}

const Filter* Filters::find(std::string_view name) const {
  const auto found = filters_.find(name);
  return found == filters_.end() ? nullptr : found->second.get();
}

std::vector<const Filter*> Filters::all() const {
  std::vector<const Filter*> all;
  for (const auto& [name, filter] : filters_) all.push_back(filter.get());
  return all;
}

Filters make_generic_filters() {
  Filters filters;
  add_text_filters(filters);
  add_list_filters(filters);
  add_format_filters(filters);
  return filters;
}

const Filters& generic_filters() {
  static const Filters filters = make_generic_filters();
  return filters;
}

namespace {

std::vector<std::string_view> parameter_names(const Filter& filter) {
  std::vector<std::string_view> names;
  for (const FilterParameter& parameter : filter.parameters) names.push_back(parameter.name);
  return names;
}

std::string usage(const Filter& filter) {
  if (filter.parameters.empty()) return "`" + filter.name + "` takes nothing in brackets";
  std::string words = "write `" + filter.name + "(";
  for (std::size_t i = 0; i < filter.parameters.size(); ++i) {
    if (i > 0) words += ", ";
    words += filter.parameters[i].name;
    if (!filter.parameters[i].required) words += "?";
  }
  return words + ")`";
}

}  // namespace

const Filter* place_arguments(const ExpressionCode& code, const ExpressionNode& node, const Filters& filters,
                              PlacedArguments& placed, std::string_view rule, Diagnostics& diagnostics) {
  const std::string rule_name(rule);
  const Filter* filter = filters.find(node.name);
  if (!filter) {
    std::vector<std::string_view> names;
    for (const Filter* known : filters.all()) names.push_back(known->name);
    const auto meant = nearest(node.name, names);
    diagnostics.error(rule_name, node.mark, "there is no filter `" + std::string(node.name) + "`").label =
        meant ? "did you mean `" + std::string(*meant) + "`?" : "";
    return nullptr;
  }
  placed.fill(no_node);
  for (std::uint32_t i = 0; i < node.count; ++i) {
    const ExpressionArgument& given = code.arguments[node.arguments + i];
    const auto names = parameter_names(*filter);
    const std::size_t at =
        given.name.empty()
            ? i
            : static_cast<std::size_t>(std::find(names.begin(), names.end(), given.name) - names.begin());
    if (at >= names.size() && !given.name.empty()) {
      diagnostics.error(rule_name, given.where, "`" + filter->name + "` has no `" + std::string(given.name) + "`")
          .label = usage(*filter);
      return nullptr;
    }
    if (at >= names.size()) {
      diagnostics.error(rule_name, code.nodes[given.node].where, "`" + filter->name + "` takes fewer values").label =
          usage(*filter);
      return nullptr;
    }
    if (placed[at] != no_node) {
      diagnostics.error(rule_name, given.where, "`" + std::string(names[at]) + "` is given twice");
      return nullptr;
    }
    placed[at] = given.node;
  }
  for (std::size_t i = 0; i < filter->parameters.size(); ++i) {
    if (!filter->parameters[i].required || placed[i] != no_node) continue;
    diagnostics
        .error(rule_name, node.mark,
               "`" + filter->name + "` needs a value for `" + std::string(filter->parameters[i].name) + "`")
        .label = usage(*filter);
    return nullptr;
  }
  return filter;
}

bool bind_filters(ExpressionCode& code, std::uint32_t from, const Filters& filters, std::string_view rule,
                  Diagnostics& diagnostics) {
  bool good = true;
  for (std::size_t i = from; i < code.nodes.size(); ++i) {
    ExpressionNode& node = code.nodes[i];
    if (node.op != Operator::filter || node.bound) continue;
    PlacedArguments placed;
    node.filter = place_arguments(code, node, filters, placed, rule, diagnostics);
    node.bound = node.filter != nullptr;
    good = good && node.bound;
    if (!node.bound) continue;
    node.arguments = static_cast<std::uint32_t>(code.arguments.size());
    node.count = static_cast<std::uint32_t>(node.filter->parameters.size());
    for (std::uint32_t p = 0; p < node.count; ++p) code.arguments.push_back({placed[p], {}, {}});
  }
  return good;
}

Value member_of(const Value& item, std::string_view path, Evaluation& evaluation, Span where) {
  Value value = item;
  for (std::string_view rest = path; !rest.empty();) {
    const std::string_view name = next_field(rest, '.');
    if (value.is_undefined() || value.is<Empty>()) return Value(Empty{});
    const auto* held = value.get<const Object*>();
    if (!held) return evaluation.fail(where, value.describe() + " has nothing called `" + std::string(name) + "`");
    const Object& object = **held;
    value = object.member(name);
    if (!value.is_undefined()) continue;
    const auto meant = nearest(name, object.names());
    return evaluation.fail(where, "an entry of the list has nothing called `" + std::string(name) + "`",
                           meant ? "did you mean `" + std::string(*meant) + "`?" : "");
  }
  return value;
}

}  // namespace framewright
