#pragma once

#include <string>
#include <vector>

#include "template/evaluation.h"
#include "template/program.h"

namespace framewright {

// Runs a program once, for one page, on one thread.
class Renderer final : public Scope {
public:
  Renderer(const Program& program, const Object& context, Evaluation& evaluation, std::string& out)
      : program_(program), context_(context), evaluation_(evaluation), out_(&out) {}

  bool render(const Routine& routine);

  Value lookup(std::string_view name) const override { return context_.member(name); }
  std::vector<std::string_view> names() const override { return context_.names(); }
  // A macro inside an expression: what it writes, as markup.
  Value call(const ExpressionNode& node, std::span<const Value> arguments, Evaluation& evaluation) const override;

private:
  bool run(std::uint32_t at, std::uint32_t end);
  bool print(const Instruction& instruction);
  bool print_url(const Instruction& instruction, std::string_view url);
  std::uint32_t loop(std::uint32_t at);  // where to go on; no_node after an error
  bool call(const Instruction& instruction);
  bool run_macro(const Routine& macro, const ExpressionNode& node, std::span<const Value> arguments);
  Value value(std::uint32_t expression);
  void enter(std::uint32_t base, std::uint32_t slots);

  const Program& program_;
  const Object& context_;
  Evaluation& evaluation_;
  std::string* out_;
  std::vector<Value> variables_;  // of the routines that run, one after another
  std::uint32_t base_ = 0;        // of the one that runs now
  std::uint32_t slots_ = 0;
  int depth_ = 0;  // of macros
  int loops_ = 0;
};

}  // namespace framewright
