#include <algorithm>
#include <array>

#include "base/text.h"
#include "template/template_compiler.h"

namespace framewright {

// What is put aside while a macro is compiled in the middle of something else.
struct TemplateCompiler::Surroundings {
  HtmlContext context;
  const TemplateSyntax* file;
  std::vector<const TemplateSyntax*> chain;
  std::vector<OpenBlock> open_blocks;
  std::vector<Variable> variables;
  std::vector<std::size_t> scopes;
  std::uint32_t slots, most_slots;
};

std::uint32_t TemplateCompiler::declare(std::string_view name) {
  variables_.push_back({name, slots_++});
  most_slots_ = std::max(most_slots_, slots_);
  return variables_.back().slot;
}

std::uint32_t TemplateCompiler::find_slot(std::string_view name) const {
  const auto found =
      std::find_if(variables_.rbegin(), variables_.rend(), [&](const Variable& known) { return known.name == name; });
  return found == variables_.rend() ? no_node : found->slot;
}

std::optional<std::string_view> TemplateCompiler::nearest_variable(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const Variable& variable : variables_) names.push_back(variable.name);
  return nearest(name, names);
}

// The names that are set in a body, in its branches too: those of one scope.
void TemplateCompiler::names_set(const std::vector<Statement>& statements, std::vector<std::string_view>& names) {
  for (const Statement& part : statements) {
    if (part.kind == StatementKind::set && std::find(names.begin(), names.end(), part.text) == names.end())
      names.push_back(part.text);
    for (const TemplateBranch& branch : part.branches) names_set(branch.body, names);
  }
}

// Every variable of the scope begins as the one of that name outside, so that one set in a branch not taken stays it.
void TemplateCompiler::open_scope(const std::vector<Statement>& statements) {
  std::vector<std::string_view> names;
  names_set(statements, names);
  scopes_.push_back(variables_.size());
  for (const std::string_view name : names) {
    Instruction inherit;
    inherit.code = Code::inherit;
    inherit.target = find_slot(name);
    inherit.slot = declare(name);
    emit(inherit);
  }
}

void TemplateCompiler::close_scope() {
  slots_ -= static_cast<std::uint32_t>(variables_.size() - scopes_.back());
  variables_.resize(scopes_.back());
  scopes_.pop_back();
}

std::uint32_t TemplateCompiler::expression(const Expression& source, bool direct) {
  ExpressionCode& code = program_.code;
  const auto first_node = static_cast<std::uint32_t>(code.nodes.size());
  const auto first_argument = static_cast<std::uint32_t>(code.arguments.size());
  const auto shift = [&](std::uint32_t& index) {
    if (index != no_node) index += first_node;
  };
  for (ExpressionNode node : source.code.nodes) {
    shift(node.first);
    shift(node.second);
    shift(node.third);
    node.arguments += first_argument;
    code.nodes.push_back(node);
  }
  for (ExpressionArgument argument : source.code.arguments) {
    shift(argument.node);
    code.arguments.push_back(argument);
  }
  const std::uint32_t root = first_node + source.root;
  const auto end = static_cast<std::uint32_t>(code.nodes.size());
  bool good = bind_filters(code, first_node, filters_, "bad-template", found_);
  for (std::uint32_t i = first_node; i < end; ++i) {
    ExpressionNode& node = code.nodes[i];
    if (node.op == Operator::call && !(direct && i == root)) good = resolve_call(i, context_.beginning()) && good;
    if (code.nodes[i].op != Operator::name) continue;
    const std::uint32_t slot = find_slot(node.name);
    if (slot == no_node) {
      if (const auto near = nearest_variable(node.name)) node.value = Value(*near);
      continue;
    }
    node.op = Operator::local;
    node.first = slot;
  }
  return good ? root : no_node;
}

void TemplateCompiler::unknown_macro(const ExpressionNode& node) {
  const std::string_view name = node.name;
  const std::size_t dot = name.find('.');
  Diagnostic& found = error(node.mark, "there is no macro `" + std::string(name) + "` here");
  if (name == "super") {
    found.message = "`super()` can only be printed alone";
    found.label = "write {{ super() }}";
    return;
  }
  const std::string_view plain = dot == std::string_view::npos ? name : name.substr(dot + 1);
  if (dot == std::string_view::npos) {
    if (const auto near = nearest(name, library_.macro_names(*file_)))
      found.label = "did you mean `" + std::string(*near) + "`?";
    if (filters_.find(name)) found.label = "filters are written after a bar: `a | " + std::string(name) + "`";
  } else {
    const TemplateImport* import = nullptr;
    for (const TemplateImport& known : file_->imports)
      if (known.name == name.substr(0, dot)) import = &known;
    if (import) {
      if (const TemplateSyntax* target = library_.find(import->target))
        if (const auto near = nearest(plain, library_.macro_names(*target)))
          found.label = "did you mean `" + std::string(import->name) + "." + std::string(*near) + "`?";
      return;
    }
    found.message = "there is no import called `" + std::string(name.substr(0, dot)) + "` in this template";
  }
  const std::string_view owner = library_.template_with_macro(plain);
  if (found.label.empty() && !owner.empty())
    found.help = "\"" + std::string(owner) + "\" has one: {% import \"" + std::string(owner) + "\" as " +
                 (dot == std::string_view::npos ? "name" : std::string(name.substr(0, dot))) + " %}";
}

bool TemplateCompiler::resolve_call(std::uint32_t index, const HtmlContext& context) {
  const MacroPlace place = library_.macro(*file_, program_.code.nodes[index].name);
  if (!place.macro) {
    unknown_macro(program_.code.nodes[index]);
    return false;
  }
  if (!place_call_arguments(index, *place.macro)) return false;
  const std::uint32_t macro = macro_index(place, context);
  program_.code.nodes[index].first = macro;
  return true;
}

bool TemplateCompiler::place_call_arguments(std::uint32_t index, const MacroSyntax& macro) {
  ExpressionNode& node = program_.code.nodes[index];
  if (node.bound) return true;
  const std::string name = "`" + std::string(node.name) + "`";
  std::array<std::uint32_t, most_macro_parameters> placed;
  placed.fill(no_node);
  std::vector<std::string_view> names;
  for (const MacroParameter& parameter : macro.parameters) names.push_back(parameter.name);
  const auto fail = [&](Span where, std::string message, std::string label = {}) {
    Diagnostic& found = error(where, std::move(message));
    found.label = std::move(label);
    found.notes.push_back({macro.where, "the macro"});
    return false;
  };
  for (std::uint32_t i = 0; i < node.count; ++i) {
    const ExpressionArgument given = program_.code.arguments[node.arguments + i];
    const std::size_t at =
        given.name.empty()
            ? i
            : static_cast<std::size_t>(std::find(names.begin(), names.end(), given.name) - names.begin());
    if (at >= names.size() && given.name.empty())
      return fail(program_.code.nodes[given.node].where, name + " takes " + counted(names.size(), "value", "values"));
    if (at >= names.size()) {
      const auto near = nearest(given.name, names);
      return fail(given.where, name + " has no parameter `" + std::string(given.name) + "`",
                  near ? "did you mean `" + std::string(*near) + "`?" : "");
    }
    if (placed[at] != no_node) return fail(given.where, "`" + std::string(given.name) + "` is given twice");
    placed[at] = given.node;
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    if (placed[i] == no_node && !macro.parameters[i].value)
      return fail(node.mark, name + " needs a value for `" + std::string(names[i]) + "`");
  node.bound = true;
  node.arguments = static_cast<std::uint32_t>(program_.code.arguments.size());
  node.count = static_cast<std::uint32_t>(names.size());
  for (std::uint32_t i = 0; i < node.count; ++i) program_.code.arguments.push_back({placed[i], {}, {}});
  return true;
}

std::uint32_t TemplateCompiler::macro_index(const MacroPlace& place, const HtmlContext& context) {
  for (const CompiledMacro& known : macros_)
    if (known.macro == place.macro && known.context == context) return known.index;
  const auto index = static_cast<std::uint32_t>(program_.macros.size());
  program_.macros.emplace_back();
  if (!deeper(place.macro->where)) return index;
  macros_.push_back({place.macro, context, index});
  seen_macros_.insert(place.macro);

  Surroundings outer{context_, file_, {}, {}, {}, {}, slots_, most_slots_};
  std::swap(outer.chain, chain_);
  std::swap(outer.open_blocks, open_blocks_);
  std::swap(outer.variables, variables_);
  std::swap(outer.scopes, scopes_);
  context_ = context;
  file_ = place.owner;
  slots_ = most_slots_ = 0;
  macro_body(place, index, place.macro->where);
  --depth_;
  context_ = outer.context;
  file_ = outer.file;
  slots_ = outer.slots;
  most_slots_ = outer.most_slots;
  std::swap(outer.chain, chain_);
  std::swap(outer.open_blocks, open_blocks_);
  std::swap(outer.variables, variables_);
  std::swap(outer.scopes, scopes_);
  return index;
}

// A macro is written where it is first called, with a jump over it.
void TemplateCompiler::macro_body(const MacroPlace& place, std::uint32_t index, Span where) {
  const HtmlContext start = context_;
  Instruction jump;
  jump.code = Code::jump;
  const std::uint32_t over = emit(jump);
  const std::uint32_t begin = here();
  scopes_.push_back(0);
  for (const MacroParameter& parameter : place.macro->parameters) declare(parameter.name);
  for (const MacroParameter& parameter : place.macro->parameters) {
    if (!parameter.value) continue;
    Instruction fill;
    fill.code = Code::fill;
    fill.slot = find_slot(parameter.name);
    fill.expression = expression(*parameter.value);
    emit(fill);
  }
  open_scope(place.macro->body);
  body(place.macro->body);
  close_scope();
  close_scope();
  program_.macros[index] = {begin, here(), most_slots_};
  program_.instructions[over].target = here();
  if (!too_large_ && !HtmlContext::merge(start, context_))
    error(where,
          "the macro `" + std::string(place.macro->name) + "` ends in another place of the markup than it begins")
        .label = "it begins " + start.describe() + " and ends " + context_.describe();
}

void TemplateCompiler::check_macro(const TemplateSyntax& owner, const MacroSyntax& macro) {
  if (seen_macros_.count(&macro) > 0) return;
  written_ = 0;
  too_large_ = false;
  macro_index({&owner, &macro}, HtmlContext(syntax_of(owner.name)));
}

}  // namespace framewright
