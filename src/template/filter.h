#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "template/expression.h"
#include "template/static_type.h"
#include "template/value.h"

namespace framewright {

struct Evaluation;

inline constexpr std::size_t most_parameters = 4;

struct FilterParameter {
  std::string_view name;
  KindSet takes = every_kind;
  bool required = true;
};

// One use of a filter: `input | filter(arguments)`.
struct FilterCall {
  const Value& input;
  std::span<const Value> arguments;  // one a parameter, undefined where not given
  Evaluation& evaluation;
  Span where;  // of the filter's name

  Arena& arena() const;
  // Reports what is wrong with this use, and gives an undefined value.
  Value fail(std::string message, std::string label = {}) const;
  std::optional<std::string_view> text(std::size_t argument) const;
  std::int64_t integer(std::size_t argument, std::int64_t otherwise) const;
};

// One use of a filter in an expression that is checked before it runs.
struct FilterTypeCall {
  const StaticType& input;
  std::span<const ExpressionNode* const> arguments;  // null where not given
  const TypeScope& scope;
  Diagnostics& diagnostics;

  // The type that a member has of items of this type, its path a literal text argument; reports an unknown one.
  StaticType member(const StaticType& item, std::size_t argument) const;
};

// A filter: what it does, what it takes, and how it is documented. Functions are called by many threads at once.
struct Filter {
  std::string name;
  std::string about;    // one line
  std::string example;  // a template, and
  std::string result;   // what it prints: both are tested
  KindSet takes = every_kind;
  bool takes_empty = false;      // otherwise the result of an empty value is empty
  bool takes_undefined = false;  // otherwise an undefined name is an error
  std::vector<FilterParameter> parameters;
  std::function<Value(const FilterCall&)> apply;
  std::function<StaticType(const FilterTypeCall&)> gives;  // none: anything
};

// The filters by their names. Outlives the templates and expressions that were bound to it.
class Filters {
public:
  // Replaces one of the same name. REQUIRES: at most `most_parameters` parameters.
  void add(Filter filter);
  const Filter* find(std::string_view name) const;
  std::vector<const Filter*> all() const;  // by name

private:
  std::map<std::string, std::unique_ptr<Filter>, std::less<>> filters_;
};

// Those that know nothing of frameworks: texts, lists, numbers, dates. A host adds its own to a registry of its own.
Filters make_generic_filters();
void add_text_filters(Filters& filters);
void add_list_filters(Filters& filters);
void add_format_filters(Filters& filters);
// The generic ones alone, made once.
const Filters& generic_filters();

// The arguments of a filter node in the order of its parameters.
using PlacedArguments = std::array<std::uint32_t, most_parameters>;

// Finds the filter of a node and places its arguments; reports an unknown filter, and arguments too many, too few or of
// an unknown name.
const Filter* place_arguments(const ExpressionCode& code, const ExpressionNode& node, const Filters& filters,
                              PlacedArguments& placed, std::string_view rule, Diagnostics& diagnostics);

// Binds every filter of [from, …) of the code, so that evaluating looks nothing up. False after errors.
bool bind_filters(ExpressionCode& code, std::uint32_t from, const Filters& filters, std::string_view rule,
                  Diagnostics& diagnostics);

// The value of a member by its path ("supplier.name"). Empty where something on the way is; undefined, and an error,
// when there is no such member.
Value member_of(const Value& item, std::string_view path, Evaluation& evaluation, Span where);

}  // namespace framewright
