#include "template/evaluation.h"

#include <array>

#include "base/text.h"
#include "template/arithmetic.h"
#include "template/comparison.h"

namespace framewright {

namespace {

constexpr std::size_t most_call_arguments = 16;

class Evaluator {
public:
  Evaluator(const ExpressionCode& code, const Scope& scope, Evaluation& evaluation)
      : code_(code), scope_(scope), evaluation_(evaluation) {}

  // With `lenient`, an undefined name or member is no error.
  Value run(std::uint32_t index, bool lenient = false) {
    const ExpressionNode& node = code_.nodes[index];
    switch (node.op) {
      case Operator::literal: return node.value;
      case Operator::local: {
        const Value& value = evaluation_.locals[node.first];
        return value.is_undefined() ? name(node, lenient) : value;
      }
      case Operator::name: return name(node, lenient);
      case Operator::member: return member(node, lenient);
      case Operator::index: return element(node, lenient);
      case Operator::filter: return filter(node);
      case Operator::list: return list(node);
      case Operator::call: return call(node);
      case Operator::conjunction: return decide(node, false);
      case Operator::disjunction: return decide(node, true);
      case Operator::choice: {
        const Value condition = run(node.second);
        return evaluation_.failed ? Value() : run(condition.truthy() ? node.first : node.third, lenient);
      }
      case Operator::negation: return boolean(!run(node.first).truthy());
      case Operator::empty: return boolean(run(node.first).is_empty());
      case Operator::not_empty: return boolean(!run(node.first).is_empty());
      case Operator::defined: return boolean(!run(node.first, true).is_undefined());
      case Operator::not_defined: return boolean(run(node.first, true).is_undefined());
      case Operator::minus: return minus(node);
      case Operator::add:
      case Operator::subtract:
      case Operator::multiply:
      case Operator::divide: return arithmetic(node);
      default: return compare(node);
    }
  }

private:
  Value boolean(bool value) const { return evaluation_.failed ? Value() : Value(value); }

  Value unknown(const ExpressionNode& node, std::string what, std::vector<std::string_view> names) {
    if (const auto* near = node.value.get<std::string_view>()) names.push_back(*near);
    const auto meant = nearest(node.name, names);
    return evaluation_.fail(node.mark, std::move(what), meant ? "did you mean `" + std::string(*meant) + "`?" : "");
  }

  Value name(const ExpressionNode& node, bool lenient) {
    const Value value = scope_.lookup(node.name);
    if (!value.is_undefined() || lenient) return value;
    return unknown(node, "there is nothing called `" + std::string(node.name) + "` here", scope_.names());
  }

  Value member(const ExpressionNode& node, bool lenient) {
    const Value of = run(node.first, lenient);
    if (const auto* object = of.get<const Object*>()) {
      const Value value = (*object)->member(node.name);
      if (!value.is_undefined() || lenient) return value;
      const std::string_view key = (*object)->key();
      return unknown(node,
                     (key.empty() ? "this" : "\"" + std::string(key) + "\"") + " has nothing called `" +
                         std::string(node.name) + "`",
                     (*object)->names());
    }
    if (of.is_undefined() || of.is<Empty>()) return of;
    if (const auto* date = of.get<Date>()) {
      if (node.name == "year") return static_cast<int>(date->year());
      if (node.name == "month") return static_cast<int>(static_cast<unsigned>(date->month()));
      if (node.name == "day") return static_cast<int>(static_cast<unsigned>(date->day()));
    }
    return evaluation_.fail(
        node.mark, of.describe() + " has nothing called `" + std::string(node.name) + "`",
        of.is<const List*>() ? "use `| first`, `| map(\"" + std::string(node.name) + "\")` or a loop" : "");
  }

  Value element(const ExpressionNode& node, bool lenient) {
    const Value of = run(node.first, lenient);
    const Value at = run(node.second);
    if (evaluation_.failed || of.is_undefined() || of.is<Empty>() || at.is_empty()) return Value(Empty{});
    const auto* list = of.get<const List*>();
    const auto* number = at.get<std::int64_t>();
    if (!list || !number)
      return evaluation_.fail(node.where, !list ? of.describe() + " has no numbered entries"
                                                : "the number of an entry cannot be " + at.describe());
    if (*number < 0 || static_cast<std::size_t>(*number) >= (*list)->size()) return Value(Empty{});
    return (*list)->at(static_cast<std::size_t>(*number));
  }

  Value list(const ExpressionNode& node) {
    Array& array = evaluation_.arena.array();
    for (std::uint32_t i = 0; i < node.count; ++i) array.add(run(code_.arguments[node.arguments + i].node));
    return evaluation_.failed ? Value() : Value(static_cast<const List&>(array));
  }

  Value decide(const ExpressionNode& node, bool deciding) {
    Value value;
    for (std::uint32_t i = 0; i < node.count; ++i) {
      value = run(code_.arguments[node.arguments + i].node);
      if (evaluation_.failed) return {};
      if (value.truthy() == deciding) break;
    }
    return value;
  }

  Value minus(const ExpressionNode& node) {
    const Value value = run(node.first);
    if (evaluation_.failed || value.is_empty()) return value;
    const ValueKind kind = kind_of(value);
    if (kind != ValueKind::number && kind != ValueKind::money)
      return evaluation_.fail(node.mark, "a minus sign stands before a number, not " + value.describe());
    if (const auto* money = value.get<Money>(); money && money->pence == 0) return value;
    return result(node, calculate(Operator::multiply, value, Value(-1), evaluation_.arena));
  }

  Value result(const ExpressionNode& node, std::variant<Value, std::string> outcome) {
    if (const auto* value = std::get_if<Value>(&outcome)) return *value;
    return evaluation_.fail(node.mark, std::get<std::string>(std::move(outcome)));
  }

  Value arithmetic(const ExpressionNode& node) {
    const Value a = run(node.first), b = run(node.second);
    if (evaluation_.failed) return {};
    const ValueKind left = kind_of(a), right = kind_of(b);
    if (left == ValueKind::any || right == ValueKind::any) return Value(Empty{});
    if (!arithmetic_kind(node.op, left, right))
      return evaluation_.fail(node.mark, arithmetic_error(node.op, a.describe(), b.describe()));
    return result(node, calculate(node.op, a, b, evaluation_.arena));
  }

  Value compare(const ExpressionNode& node) {
    const Value a = run(node.first), b = run(node.second);
    if (evaluation_.failed) return {};
    const ValueKind left = kind_of(a), right = kind_of(b);
    if (!can_compare(node.op, left, right))
      return evaluation_.fail(node.mark, comparison_error(node.op, left, right, a.describe(), b.describe()));
    if (node.op == Operator::contained) return contains_value(b, a);
    if (a.is_empty()) return false;
    if (node.op == Operator::not_contained) return !contains_value(b, a);
    if (b.is_empty()) return false;
    if (node.op == Operator::equal) return equal_values(a, b);
    if (node.op == Operator::not_equal) return !equal_values(a, b);
    const auto order = order_values(a, b);
    if (node.op == Operator::less) return std::is_lt(order);
    if (node.op == Operator::less_equal) return std::is_lteq(order);
    return node.op == Operator::greater ? std::is_gt(order) : std::is_gteq(order);
  }

  Value filter(const ExpressionNode& node) {
    const Filter* filter = node.filter;
    PlacedArguments placed;
    if (node.bound) {
      for (std::uint32_t i = 0; i < node.count; ++i) placed[i] = code_.arguments[node.arguments + i].node;
    } else {
      filter = place_arguments(code_, node, evaluation_.filters, placed, evaluation_.rule, evaluation_.diagnostics);
      evaluation_.failed = evaluation_.failed || !filter;
      if (!filter) return {};
    }
    const Value input = run(node.first, filter->takes_undefined);
    std::array<Value, most_parameters> arguments;
    for (std::size_t i = 0; i < filter->parameters.size() && !evaluation_.failed; ++i)
      if (placed[i] != no_node) arguments[i] = run(placed[i]);
    if (evaluation_.failed || !accepts(*filter, node, input, arguments)) return {};
    if (kind_of(input) == ValueKind::any && !filter->takes_empty) return Value(Empty{});
    return filter->apply({input, {arguments.data(), filter->parameters.size()}, evaluation_, node.mark});
  }

  bool accepts(const Filter& filter, const ExpressionNode& node, const Value& input, std::span<const Value> arguments) {
    const auto taken = [](KindSet set, ValueKind kind) { return kind == ValueKind::any || (set & kinds(kind)) != 0; };
    if (!taken(filter.takes, kind_of(input))) {
      evaluation_.fail(node.mark, "`" + filter.name + "` does not take " + input.describe());
      return false;
    }
    for (std::size_t i = 0; i < filter.parameters.size(); ++i) {
      if (taken(filter.parameters[i].takes, kind_of(arguments[i]))) continue;
      evaluation_.fail(node.mark, "the " + std::string(filter.parameters[i].name) + " of `" + filter.name +
                                      "` cannot be " + arguments[i].describe());
      return false;
    }
    return true;
  }

  Value call(const ExpressionNode& node) {
    std::array<Value, most_call_arguments> arguments;
    for (std::uint32_t i = 0; i < node.count && !evaluation_.failed; ++i)
      if (const std::uint32_t given = code_.arguments[node.arguments + i].node; given != no_node)
        arguments[i] = run(given);
    if (evaluation_.failed) return {};
    return scope_.call(node, {arguments.data(), node.count}, evaluation_);
  }

  const ExpressionCode& code_;
  const Scope& scope_;
  Evaluation& evaluation_;
};

}  // namespace

Value Scope::call(const ExpressionNode& node, std::span<const Value>, Evaluation& evaluation) const {
  return evaluation.fail(node.mark, "`" + std::string(node.name) + "` cannot be called here");
}

Value Evaluation::fail(Span where, std::string message, std::string label, std::string help) {
  if (failed) return {};
  failed = true;
  Diagnostic& found = diagnostics.error(std::string(rule), where, std::move(message));
  found.label = std::move(label);
  found.help = std::move(help);
  return {};
}

Value evaluate(const ExpressionCode& code, std::uint32_t root, const Scope& scope, Evaluation& evaluation) {
  const Value value = Evaluator(code, scope, evaluation).run(root);
  return evaluation.failed ? Value() : value;
}

Value evaluate(const Expression& expression, const Scope& scope, Evaluation& evaluation) {
  return evaluate(expression.code, expression.root, scope, evaluation);
}

}  // namespace framewright
