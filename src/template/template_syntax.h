#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "template/expression.h"

namespace framewright {

enum class StatementKind : std::uint8_t { text, print, condition, loop, set, include, block };

struct Statement;

// One branch of an `if`; the `else` has no condition.
struct TemplateBranch {
  Span where;
  std::optional<Expression> condition;
  std::vector<Statement> body;
};

struct Statement {
  StatementKind kind = StatementKind::text;
  Span where;                            // of its opening tag
  std::string_view text;                 // text; else the name of the variable, template or block
  Span name_where;                       // of that name
  std::optional<Expression> expression;  // print, loop, set
  std::vector<TemplateBranch> branches;  // condition
  std::vector<Statement> body;           // loop, block
  std::vector<Statement> otherwise;      // the else of a loop
};

struct MacroParameter {
  std::string_view name;
  std::optional<Expression> value;  // where it is not given
};

struct MacroSyntax {
  std::string_view name;
  Span where;
  std::vector<MacroParameter> parameters;
  std::vector<Statement> body;
};

struct TemplateImport {
  std::string_view target;
  std::string_view name;
  Span where;  // of the target
};

// One template as it was read. Borrows from its text, and from the arena.
struct TemplateSyntax {
  std::string_view name;
  Span where;  // the beginning of its text
  std::optional<std::string_view> parent;
  Span parent_where;
  std::vector<Statement> body;
  std::vector<MacroSyntax> macros;
  std::vector<TemplateImport> imports;
  bool good = true;  // read without errors
};

inline constexpr int deepest_statement = 50;
inline constexpr std::size_t most_macro_parameters = 16;

// Reads a template. Errors are of rule `bad-template`; after one that leaves its structure in doubt the rest is not
// read.
TemplateSyntax parse_template(std::string_view name, std::string_view text, FileId file,
                              const std::shared_ptr<Arena>& texts, Diagnostics& diagnostics);

}  // namespace framewright
