#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "template/filter.h"
#include "template/html_context.h"
#include "template/program.h"
#include "template/template_library.h"

namespace framewright {

// Flattens templates to a program: puts blocks and includes in their places, gives variables their slots, binds filters
// and macros, and follows the markup to settle how each value is printed.
class TemplateCompiler {
public:
  TemplateCompiler(const TemplateLibrary& library, const Filters& filters, Program& program)
      : library_(library), filters_(filters), program_(program), context_(OutputSyntax::html) {}

  void compile(const TemplateSyntax& syntax);
  // Compiles a macro that nothing calls, so that its errors are found.
  void check_macro(const TemplateSyntax& owner, const MacroSyntax& macro);
  // The errors, each once however often its place was compiled.
  void report(Diagnostics& diagnostics);

private:
  struct Variable {
    std::string_view name;
    std::uint32_t slot;
  };
  // The definitions of a block that are being written, from the one that won to that of the base.
  struct OpenBlock {
    std::vector<std::pair<const TemplateSyntax*, const Statement*>> definitions;
    std::size_t level = 0;
  };
  struct CompiledMacro {
    const MacroSyntax* macro;
    HtmlContext context;
    std::uint32_t index;
  };
  // What is put aside while a macro is compiled.
  struct Surroundings;

  void whole(const TemplateSyntax& syntax);
  void body(const std::vector<Statement>& statements);
  void statement(const Statement& statement);
  void text(const Statement& statement);
  void print(const Statement& statement);
  void call(const Statement& statement);
  void condition(const Statement& statement);
  void loop(const Statement& statement);
  void set(const Statement& statement);
  void include(const Statement& statement);
  void block(const Statement& statement);
  void write_block(OpenBlock open, Span where);
  void super(const Statement& statement);
  void settle_print(const Statement& statement, Instruction& instruction);

  // Appends the expression; no_node after an error. A call at its root is left unresolved when `direct`.
  std::uint32_t expression(const Expression& expression, bool direct = false);
  bool resolve_call(std::uint32_t node, const HtmlContext& context);
  bool place_call_arguments(std::uint32_t node, const MacroSyntax& macro);
  std::uint32_t macro_index(const MacroPlace& place, const HtmlContext& context);
  void macro_body(const MacroPlace& place, std::uint32_t index, Span call);
  void unknown_macro(const ExpressionNode& node);

  void open_scope(const std::vector<Statement>& statements);
  void close_scope();
  std::uint32_t declare(std::string_view name);
  std::uint32_t find_slot(std::string_view name) const;
  std::optional<std::string_view> nearest_variable(std::string_view name) const;
  static void names_set(const std::vector<Statement>& statements, std::vector<std::string_view>& names);

  std::uint32_t emit(Instruction instruction);
  std::uint32_t here() const { return static_cast<std::uint32_t>(program_.instructions.size()); }
  // Counts a block, include or macro inside another; false, and an error, when that goes too deep.
  bool deeper(Span where);
  bool merge_branches(const std::vector<HtmlContext>& ends, Span where);
  Diagnostic& error(Span where, std::string message);

  const TemplateLibrary& library_;
  const Filters& filters_;
  Program& program_;
  Diagnostics found_;

  HtmlContext context_;
  const TemplateSyntax* file_ = nullptr;  // whose imports and macros are in sight
  std::vector<const TemplateSyntax*> chain_;
  std::vector<OpenBlock> open_blocks_;
  std::vector<Variable> variables_;
  std::vector<std::size_t> scopes_;
  std::uint32_t slots_ = 0;
  std::uint32_t most_slots_ = 0;
  std::uint32_t written_ = 0;  // statements, of the template that is being compiled
  int depth_ = 0;              // of blocks, includes and macros in one another
  bool too_large_ = false;
  Span last_tag_;  // the last < of the markup
  std::vector<CompiledMacro> macros_;
  std::set<const MacroSyntax*> seen_macros_;
};

}  // namespace framewright
