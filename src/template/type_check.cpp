#include <algorithm>
#include <array>

#include "base/diagnostic.h"
#include "base/text.h"
#include "template/arithmetic.h"
#include "template/comparison.h"
#include "template/evaluation.h"
#include "template/filter.h"
#include "template/static_type.h"

namespace framewright {

namespace {

constexpr std::string_view rule = "bad-expression";

std::string did_you_mean(std::string_view word, std::span<const std::string_view> names, std::string_view mark = "`") {
  const auto meant = nearest(word, names);
  if (!meant) return {};
  return "did you mean " + std::string(mark) + std::string(*meant) + std::string(mark) + "?";
}

// The type of a member; reports an unknown one.
StaticType member_type(const StaticType& of, std::string_view name, Span where, const TypeScope& scope,
                       Diagnostics& diagnostics) {
  if (of.is(ValueKind::any)) return {};
  if (of.is(ValueKind::object)) {
    if (auto type = scope.member(of.object, name)) return *std::move(type);
    const auto names = scope.members(of.object);
    diagnostics.error(std::string(rule), where, of.describe() + " has no field `" + std::string(name) + "`").label =
        did_you_mean(name, names);
    return {};
  }
  if (of.is(ValueKind::date) && (name == "year" || name == "month" || name == "day")) return ValueKind::number;
  Diagnostic& found =
      diagnostics.error(std::string(rule), where, of.describe() + " has no field `" + std::string(name) + "`");
  if (of.is(ValueKind::list)) found.label = "use `| first` or `| map(\"" + std::string(name) + "\")`";
  return {};
}

class TypeChecker {
public:
  TypeChecker(const ExpressionCode& code, const TypeScope& scope, const Filters& filters, Diagnostics& diagnostics)
      : code_(code), scope_(scope), filters_(filters), diagnostics_(diagnostics) {}

  StaticType run(std::uint32_t index) {
    const ExpressionNode& node = code_.nodes[index];
    switch (node.op) {
      case Operator::literal: return kind_of(node.value);
      case Operator::local: return {};
      case Operator::name: return name(node);
      case Operator::member: return member_type(run(node.first), node.name, node.mark, scope_, diagnostics_);
      case Operator::index: run(node.second); return run(node.first).item();
      case Operator::filter: return filter(node);
      case Operator::list: return list(node);
      case Operator::call: return ValueKind::html;
      case Operator::conjunction:
      case Operator::disjunction: return decided(node);
      case Operator::choice: {
        run(node.second);
        return common(run(node.first), run(node.third));
      }
      case Operator::negation:
      case Operator::empty:
      case Operator::not_empty:
      case Operator::defined:
      case Operator::not_defined: run(node.first); return ValueKind::boolean;
      case Operator::minus: return minus(node);
      case Operator::add:
      case Operator::subtract:
      case Operator::multiply:
      case Operator::divide: return arithmetic(node);
      default: return compare(node);
    }
  }

private:
  Diagnostic& error(Span where, std::string message) {
    return diagnostics_.error(std::string(rule), where, std::move(message));
  }

  // The type of what may be either.
  static StaticType common(const StaticType& a, const StaticType& b) {
    if (a.kind != b.kind || a.object != b.object) return {};
    return a.choices == b.choices && a.element == b.element ? a : StaticType(a.kind);
  }

  StaticType name(const ExpressionNode& node) {
    if (auto type = scope_.name(node.name)) return *std::move(type);
    const auto names = scope_.names();
    error(node.mark, "there is nothing called `" + std::string(node.name) + "` here").label =
        did_you_mean(node.name, names);
    return {};
  }

  StaticType list(const ExpressionNode& node) {
    StaticType element;
    for (std::uint32_t i = 0; i < node.count; ++i) {
      const StaticType type = run(code_.arguments[node.arguments + i].node);
      element = i == 0 ? type : common(element, type);
    }
    return StaticType::list_of(element);
  }

  StaticType decided(const ExpressionNode& node) {
    StaticType result;
    bool condition = false;
    for (std::uint32_t i = 0; i < node.count; ++i) {
      const StaticType type = run(code_.arguments[node.arguments + i].node);
      condition = condition || type.is(ValueKind::boolean);
      result = i == 0 ? type : common(result, type);
    }
    return condition ? StaticType(ValueKind::boolean) : result;
  }

  StaticType minus(const ExpressionNode& node) {
    StaticType type = run(node.first);
    if (type.is(ValueKind::any) || type.is(ValueKind::number) || type.is(ValueKind::money)) return type;
    error(node.mark, "a minus sign stands before a number, not " + type.describe());
    return {};
  }

  StaticType arithmetic(const ExpressionNode& node) {
    const StaticType a = run(node.first), b = run(node.second);
    if (const auto kind = arithmetic_kind(node.op, a.kind, b.kind)) return *kind;
    error(node.mark, arithmetic_error(node.op, a.describe(), b.describe()));
    return {};
  }

  StaticType compare(const ExpressionNode& node) {
    const StaticType a = run(node.first), b = run(node.second);
    const bool within = node.op == Operator::contained || node.op == Operator::not_contained;
    if (!can_compare(node.op, a.kind, b.kind)) {
      misfit(node, a, b);
    } else if (within && b.is(ValueKind::list)) {
      compare_with_items(node, a, b);
    } else if (!within) {
      compare_pair(a, node.second, b);
      compare_pair(b, node.first, a);
    }
    return ValueKind::boolean;
  }

  void misfit(const ExpressionNode& node, const StaticType& a, const StaticType& b) {
    Diagnostic& found = error(node.mark, comparison_error(node.op, a.kind, b.kind, a.describe(), b.describe()));
    const bool equality = node.op == Operator::equal || node.op == Operator::not_equal;
    const std::string_view word = node.op == Operator::equal ? "in" : "not in";
    if (equality && a.is(ValueKind::list) != b.is(ValueKind::list))
      found.label = "write the one value first: `value " + std::string(word) + " list`";
    suggest_date(found, a, node.second);
    suggest_date(found, b, node.first);
  }

  void suggest_date(Diagnostic& found, const StaticType& type, std::uint32_t other) {
    const auto* text = code_.nodes[other].value.get<std::string_view>();
    if (!type.is(ValueKind::date) || !text) return;
    const auto date = parse_date(*text);
    found.label = date ? "write the date without quotation marks: " + iso_date(*date)
                       : std::string("write a date as 2027-04-01, without quotation marks");
  }

  // One side of a comparison against the other, where that is written out: choices, keys and pence.
  void compare_pair(const StaticType& type, std::uint32_t other, const StaticType& other_type) {
    const ExpressionNode& node = code_.nodes[other];
    if (node.op != Operator::literal) return;
    const auto* text = node.value.get<std::string_view>();
    if (text && type.choices) check_choice(type, *text, node.where);
    if (text && type.is(ValueKind::object)) check_key(type, *text, node.where);
    if (type.is(ValueKind::money) && other_type.is(ValueKind::number) && !pounds(node.value))
      error(node.where, "an amount of money has at most two decimals");
  }

  void compare_with_items(const ExpressionNode& node, const StaticType& a, const StaticType& b) {
    const ExpressionNode& list = code_.nodes[node.second];
    const StaticType item = b.item();
    if (!can_equal(a.kind, item.kind)) {
      error(node.mark, a.describe() + " is never in " + b.describe());
      return;
    }
    if (list.op != Operator::list) {
      compare_pair(item, node.first, a);
      return;
    }
    for (std::uint32_t i = 0; i < list.count; ++i) {
      const std::uint32_t entry = code_.arguments[list.arguments + i].node;
      compare_pair(a, entry, kind_of(code_.nodes[entry].value));
    }
  }

  void check_choice(const StaticType& type, std::string_view text, Span where) {
    if (std::find(type.choices->begin(), type.choices->end(), text) != type.choices->end()) return;
    const std::vector<std::string_view> choices(type.choices->begin(), type.choices->end());
    Diagnostic& found = error(where, "there is no choice \"" + std::string(text) + "\"");
    found.label = did_you_mean(text, choices, "\"");
    found.help = "the choices are " + join_words(*type.choices);
  }

  void check_key(const StaticType& type, std::string_view key, Span where) {
    if (scope_.has_key(type.object, key)) return;
    const auto keys = scope_.keys(type.object);
    error(where,
          "there is no " + (type.object.empty() ? std::string("item") : type.object) + " \"" + std::string(key) + "\"")
        .label = did_you_mean(key, keys, "\"");
  }

  StaticType filter(const ExpressionNode& node) {
    PlacedArguments placed;
    const Filter* filter = place_arguments(code_, node, filters_, placed, rule, diagnostics_);
    const StaticType input = run(node.first);
    if (!filter) return {};
    if (!input.is(ValueKind::any) && !(filter->takes & kinds(input.kind))) {
      error(node.mark, "`" + filter->name + "` does not take " + input.describe());
      return {};
    }
    std::array<const ExpressionNode*, most_parameters> arguments{};
    for (std::size_t i = 0; i < filter->parameters.size(); ++i) {
      if (placed[i] == no_node) continue;
      arguments[i] = &code_.nodes[placed[i]];
      const StaticType given = run(placed[i]);
      if (given.is(ValueKind::any) || (filter->parameters[i].takes & kinds(given.kind))) continue;
      error(arguments[i]->where, "the " + std::string(filter->parameters[i].name) + " of `" + filter->name +
                                     "` cannot be " + given.describe());
      return {};
    }
    if (!filter->gives) return {};
    return filter->gives({input, {arguments.data(), filter->parameters.size()}, scope_, diagnostics_});
  }

  const ExpressionCode& code_;
  const TypeScope& scope_;
  const Filters& filters_;
  Diagnostics& diagnostics_;
};

}  // namespace

StaticType FilterTypeCall::member(const StaticType& item, std::size_t argument) const {
  const ExpressionNode* node = arguments[argument];
  const auto* path = node ? node->value.get<std::string_view>() : nullptr;
  if (!path) return {};
  StaticType type = item;
  for (std::string_view rest = *path; !rest.empty();)
    type = member_type(type, next_field(rest, '.'), node->where, scope, diagnostics);
  return type;
}

std::optional<StaticType> check_types(const Expression& expression, const TypeScope& scope, const Filters& filters,
                                      Diagnostics& diagnostics) {
  Diagnostics found;
  StaticType type = TypeChecker(expression.code, scope, filters, found).run(expression.root);
  const bool good = found.empty();
  diagnostics.merge(std::move(found));
  if (!good) return std::nullopt;
  return type;
}

}  // namespace framewright
