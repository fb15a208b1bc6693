#include "template/renderer.h"

#include <array>

#include "base/html.h"
#include "template/print.h"
#include "template/template.h"
#include "template/template_syntax.h"

namespace framewright {

namespace {

constexpr std::size_t most_call_notes = 5;
constexpr int deepest_loop = 1000;

// `loop` inside a for.
class Loop final : public Object {
public:
  explicit Loop(std::size_t length) : length_(length) {}
  void go(std::size_t index) { index_ = index; }
  Value member(std::string_view name) const override {
    if (name == "index") return index_ + 1;
    if (name == "index0") return index_;
    if (name == "first") return index_ == 0;
    if (name == "last") return index_ + 1 == length_;
    if (name == "length") return length_;
    return {};
  }
  std::vector<std::string_view> names() const override { return {"index", "index0", "first", "last", "length"}; }

private:
  std::size_t index_ = 0;
  std::size_t length_;
};

std::string shown(std::string_view text) {
  static constexpr std::size_t longest = 60;
  std::string words;
  for (const char c : text.substr(0, longest)) words += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  while (text.size() > longest && !words.empty() && (static_cast<unsigned char>(words.back()) & 0x80)) words.pop_back();
  return text.size() > longest ? words + "…" : words;
}

}  // namespace

void Renderer::enter(std::uint32_t base, std::uint32_t slots) {
  base_ = base;
  slots_ = slots;
  if (variables_.size() < base + slots) variables_.resize(base + slots);
  evaluation_.locals = variables_.data() + base;
}

bool Renderer::render(const Routine& routine) {
  enter(0, routine.slots);
  return run(routine.begin, routine.end);
}

Value Renderer::value(std::uint32_t expression) { return evaluate(program_.code, expression, *this, evaluation_); }

bool Renderer::run(std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const Instruction& instruction = program_.instructions[at];
    switch (instruction.code) {
      case Code::text: out_->append(instruction.text); break;
      case Code::print:
        if (!print(instruction)) return false;
        break;
      case Code::call:
        if (!call(instruction)) return false;
        break;
      case Code::jump: at = instruction.target; continue;
      case Code::jump_unless: {
        const bool true_now = value(instruction.expression).truthy();
        if (evaluation_.failed) return false;
        if (true_now) break;
        at = instruction.target;
        continue;
      }
      case Code::loop:
        at = loop(at);
        if (at == no_node) return false;
        continue;
      case Code::fill:
        if (!variables_[base_ + instruction.slot].is_undefined()) break;
        [[fallthrough]];
      case Code::set: {
        const Value result = value(instruction.expression);
        if (evaluation_.failed) return false;
        variables_[base_ + instruction.slot] = result;
        break;
      }
      case Code::inherit:
        variables_[base_ + instruction.slot] =
            instruction.target == no_node ? Value() : variables_[base_ + instruction.target];
        break;
    }
    ++at;
  }
  return true;
}

std::uint32_t Renderer::loop(std::uint32_t at) {
  const Instruction& head = program_.instructions[at];
  const Value over = value(head.expression);
  if (evaluation_.failed) return no_node;
  const auto* list = over.get<const List*>();
  if (!list && !over.is_empty()) {
    evaluation_.fail(program_.code.nodes[head.expression].where, "`for` goes through a list, not " + over.describe());
    return no_node;
  }
  const std::size_t size = list ? (*list)->size() : 0;
  if (size == 0) return head.target + 1;
  Loop state(size);
  if (++loops_ > deepest_loop) {
    evaluation_.fail(program_.code.nodes[head.expression].where, "loops stand in one another too deeply");
    return no_node;
  }
  for (std::size_t i = 0; i < size; ++i) {
    state.go(i);
    variables_[base_ + head.slot] = (*list)->at(i);
    variables_[base_ + head.slot + 1] = Value(static_cast<const Object&>(state));
    if (!run(at + 1, head.target)) return no_node;
  }
  --loops_;
  return head.target;
}

bool Renderer::print(const Instruction& instruction) {
  const Value printed = value(instruction.expression);
  if (evaluation_.failed) return false;
  const Span where = program_.code.nodes[instruction.expression].where;
  if (instruction.rule == PrintRule::json) {
    out_->append(*printed.get<std::string_view>());
    return true;
  }
  if (instruction.rule != PrintRule::content && printed.is<const Html*>() && !printed.is_empty()) {
    evaluation_.fail(where, "markup cannot be printed here", "only plain text can stand here");
    return false;
  }
  if (const auto* text = printed.get<std::string_view>(); text && instruction.rule == PrintRule::url)
    if (!print_url(instruction, *text)) return false;
  const Escaping escaping = instruction.rule == PrintRule::plain ? Escaping::none : Escaping::markup;
  if (append_value(*out_, printed, evaluation_.formats, escaping)) return true;
  const bool list = printed.is<const List*>();
  evaluation_.fail(where, printed.describe() + " cannot be printed",
                   list ? "use `for` or `| join(\", \")`" : "print one of its members");
  return false;
}

// The address that has been written so far and this value together must be safe.
bool Renderer::print_url(const Instruction& instruction, std::string_view url) {
  const std::size_t mark = out_->rfind(instruction.quotation_mark);
  const std::string_view written = std::string_view(*out_).substr(mark == std::string::npos ? 0 : mark + 1);
  if (written.empty() ? is_safe_url(url) : is_safe_url(std::string(written).append(url))) return true;
  const Span where = program_.code.nodes[instruction.expression].where;
  evaluation_.rule = "unsafe-url";
  evaluation_.fail(where, "the address \"" + shown(url) + "\" is not safe to link to", "",
                   "an address begins with https:, http:, mailto: or tel:, or is one of this site");
  return false;
}

bool Renderer::call(const Instruction& instruction) {
  const ExpressionNode& node = program_.code.nodes[instruction.expression];
  std::array<Value, most_macro_parameters> arguments;
  for (std::uint32_t i = 0; i < node.count; ++i) {
    const std::uint32_t given = program_.code.arguments[node.arguments + i].node;
    if (given != no_node) arguments[i] = value(given);
    if (evaluation_.failed) return false;
  }
  return run_macro(program_.macros[instruction.target], node, {arguments.data(), node.count});
}

bool Renderer::run_macro(const Routine& macro, const ExpressionNode& node, std::span<const Value> arguments) {
  if (depth_ == deepest_macro) {
    evaluation_.fail(node.mark, "macros call one another more than " + std::to_string(deepest_macro) + " deep",
                     "does this one ever end?");
    return false;
  }
  const std::uint32_t base = base_, slots = slots_;
  ++depth_;
  enter(base + slots, macro.slots);
  std::copy(arguments.begin(), arguments.end(), variables_.begin() + base_);
  std::fill(variables_.begin() + base_ + static_cast<std::ptrdiff_t>(arguments.size()),
            variables_.begin() + base_ + macro.slots, Value());
  const bool good = run(macro.begin, macro.end);
  enter(base, slots);
  --depth_;
  if (good) return true;
  auto& notes = evaluation_.diagnostics.all().back().notes;
  const bool repeated = !notes.empty() && notes.back().where == node.mark;
  if (!repeated && notes.size() < most_call_notes)
    notes.push_back({node.mark, "`" + std::string(node.name) + "` is called here"});
  return false;
}

Value Renderer::call(const ExpressionNode& node, std::span<const Value> arguments, Evaluation& evaluation) const {
  // Evaluating is const for every scope; this one's state is the page that it writes.
  auto& self = const_cast<Renderer&>(*this);
  std::string written;
  std::string* const out = self.out_;
  self.out_ = &written;
  const bool good = self.run_macro(program_.macros[node.first], node, arguments);
  self.out_ = out;
  return good ? Value(evaluation.arena.keep(Html::trusted(std::move(written)))) : Value();
}

}  // namespace framewright
