#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "template/expression.h"
#include "template/filter.h"
#include "template/value.h"

namespace framewright {

// How values are written for people.
struct Formats {
  std::string date = "%e %B %Y";                   // codes of base/date.h
  const DateNames* names = &english_date_names();  // borrowed
  std::string yes = "yes", no = "no";
};

struct Evaluation;

// What names mean while an expression is evaluated.
class Scope {
public:
  virtual ~Scope() = default;
  // Undefined when there is nothing by that name.
  virtual Value lookup(std::string_view name) const = 0;
  virtual std::vector<std::string_view> names() const { return {}; }
  // Calls the macro of a `call` node; only templates have any. Arguments are undefined where not given.
  virtual Value call(const ExpressionNode& node, std::span<const Value> arguments, Evaluation& evaluation) const;
};

// The members of an object as names.
class ObjectScope final : public Scope {
public:
  explicit ObjectScope(const Object& object) : object_(object) {}
  Value lookup(std::string_view name) const override { return object_.member(name); }
  std::vector<std::string_view> names() const override { return object_.names(); }

private:
  const Object& object_;
};

// What evaluating needs beside the expression, and what came of it. One thread's own.
struct Evaluation {
  Arena& arena;  // owns what is made on the way; results borrow from it
  const Filters& filters;
  Diagnostics& diagnostics;
  const Formats& formats;
  std::string_view rule = "bad-expression";  // of its errors
  const Value* locals = nullptr;             // of a template: its own variables by slot
  bool failed = false;                       // set by the first error; whatever follows is undefined

  // Reports an error, once, and gives an undefined value.
  Value fail(Span where, std::string message, std::string label = {}, std::string help = {});
};

// The value of an expression; it may borrow from the expression, the scope's values and the arena. After an error it is
// undefined and `evaluation.failed` is set.
// - An empty operand makes a comparison false (`!=` and `not in` too) and arithmetic empty; nothing is in an empty list
//   or text, so `x not in list` is then true; a member of an empty value is empty.
// - `and` and `or` give the operand that decided, and do not look at the rest.
// - An undefined name or member is an error, but for `| default(…)` and `is defined`.
Value evaluate(const Expression& expression, const Scope& scope, Evaluation& evaluation);
Value evaluate(const ExpressionCode& code, std::uint32_t root, const Scope& scope, Evaluation& evaluation);

}  // namespace framewright
