#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/origin.h"
#include "template/value.h"

namespace framewright {

struct Filter;

enum class Operator : std::uint8_t {
  literal,
  list,         // arguments
  name,         // of the scope
  local,        // a template's own variable: its slot is `first`
  member,       // first . name
  index,        // first [ second ]
  filter,       // first | name(arguments)
  call,         // name(arguments), a template's macro
  conjunction,  // arguments, two or more
  disjunction,  // arguments, two or more
  negation,     // not first
  minus,        // - first
  choice,       // first if second else third
  equal,        // and so on: first op second
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  contained,
  not_contained,
  add,
  subtract,
  multiply,
  divide,
  empty,  // first is empty
  not_empty,
  defined,  // first is defined
  not_defined,
};

inline constexpr std::uint32_t no_node = 0xffffffff;

// One operation of an expression. `first`, `second` and `third` are indices of nodes.
struct ExpressionNode {
  Operator op = Operator::literal;
  bool bound = false;       // a filter: found, and its arguments in the order of its parameters
  std::uint16_t depth = 1;  // of the tree under it
  std::uint32_t first = no_node;
  std::uint32_t second = no_node;
  std::uint32_t third = no_node;
  std::uint32_t arguments = 0;  // the first of `count` arguments
  std::uint32_t count = 0;
  Span where;                      // of the whole
  Span mark;                       // of the operator, name or filter alone
  std::string_view name;           // name, local, member, filter, call
  Value value;                     // literal; of a template's name: the nearest of its variables, to suggest
  const Filter* filter = nullptr;  // when bound
};

struct ExpressionArgument {
  std::uint32_t node = no_node;  // no_node for one not given, once a filter is bound
  std::string_view name;         // empty unless given by name
  Span where;                    // of the name
};

// The nodes of one expression, or of many that share an array.
struct ExpressionCode {
  std::vector<ExpressionNode> nodes;
  std::vector<ExpressionArgument> arguments;
};

// An expression that has been read: `contract and value_net > 30000`. Copies are cheap enough and independent of the
// text that was parsed. Immutable, so threads may share it.
struct Expression {
  ExpressionCode code;
  std::uint32_t root = no_node;
  std::shared_ptr<Arena> texts;  // what names and literals borrow

  Span where() const { return code.nodes[root].where; }
};

// Longest expression and deepest nesting that are read; longer and deeper ones are errors.
inline constexpr std::size_t longest_expression = 10000;
inline constexpr std::uint16_t deepest_expression = 100;

// Reads an expression of a `select`, a `require` or a directive. Errors are of rule `bad-expression`, at their place of
// the file that `origin` maps the text to; one error for a text.
std::optional<Expression> parse_expression(std::string_view text, const Origin& origin, Diagnostics& diagnostics);

// The names that stand in the expression, each once, in the order of their places.
std::vector<std::string_view> names_of(const Expression& expression);

// The bare names that must be true for the whole to be: `contract` of `contract and value_net > 30000`. A caller that
// knows such a name to be a type needs to look at the items of that type alone.
std::vector<std::string_view> required_names(const Expression& expression);

}  // namespace framewright
