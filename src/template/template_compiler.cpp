#include "template/template_compiler.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::string_view rule = "bad-template";
constexpr int deepest = 50;
constexpr std::uint32_t most_statements = 100000;  // of one template with all that it includes

bool is_super(const ExpressionNode& node) { return node.op == Operator::call && node.name == "super"; }

}  // namespace

Diagnostic& TemplateCompiler::error(Span where, std::string message) {
  return found_.error(std::string(rule), where, std::move(message));
}

void TemplateCompiler::report(Diagnostics& diagnostics) {
  std::unordered_set<std::string> seen;
  for (Diagnostic& found : found_.all()) {
    const std::string key = std::to_string(found.where.file) + ":" + std::to_string(found.where.begin) + ":" +
                            std::to_string(found.where.end) + ":" + found.message;
    if (seen.insert(key).second) diagnostics.add(std::move(found));
  }
}

std::uint32_t TemplateCompiler::emit(Instruction instruction) {
  program_.instructions.push_back(instruction);
  return here() - 1;
}

void TemplateCompiler::compile(const TemplateSyntax& syntax) {
  context_ = HtmlContext(syntax_of(syntax.name));
  slots_ = most_slots_ = 0;
  written_ = 0;
  too_large_ = false;
  const std::uint32_t begin = here();
  whole(syntax);
  if (!context_.complete() && !too_large_)
    error(last_tag_, "\"" + std::string(syntax.name) + "\" ends " + context_.describe()).label = "it begins here";
  program_.templates[syntax.name] = {begin, here(), most_slots_};
}

bool TemplateCompiler::deeper(Span where) {
  if (too_large_) return false;
  if (depth_ < deepest) {
    ++depth_;
    return true;
  }
  error(where, "templates, blocks and macros stand in one another too deeply").label =
      "at most " + std::to_string(deepest) + " may";
  too_large_ = true;
  return false;
}

// A template with its inheritance: what its descendants set, then the base with their blocks.
void TemplateCompiler::whole(const TemplateSyntax& syntax) {
  auto chain = library_.chain(syntax);
  std::swap(chain, chain_);
  std::vector<OpenBlock> open_blocks;
  std::swap(open_blocks, open_blocks_);
  const TemplateSyntax* file = file_;
  const std::size_t scopes = scopes_.size();
  for (std::size_t i = chain_.size(); i-- > 1;) {
    file_ = chain_[i - 1];
    open_scope(file_->body);
    for (const Statement& part : file_->body)
      if (part.kind == StatementKind::set) statement(part);
  }
  file_ = chain_.back();
  open_scope(file_->body);
  body(file_->body);
  while (scopes_.size() > scopes) close_scope();
  file_ = file;
  std::swap(open_blocks, open_blocks_);
  std::swap(chain, chain_);
}

void TemplateCompiler::body(const std::vector<Statement>& statements) {
  for (const Statement& part : statements) {
    if (++written_ > most_statements && !too_large_) {
      error(part.where, "this template becomes too large").label = "it includes too much, too often";
      too_large_ = true;
    }
    if (too_large_) return;
    statement(part);
  }
}

void TemplateCompiler::statement(const Statement& part) {
  switch (part.kind) {
    case StatementKind::text: text(part); break;
    case StatementKind::print: print(part); break;
    case StatementKind::condition: condition(part); break;
    case StatementKind::loop: loop(part); break;
    case StatementKind::set: set(part); break;
    case StatementKind::include: include(part); break;
    case StatementKind::block: block(part); break;
  }
}

void TemplateCompiler::text(const Statement& part) {
  std::size_t opened = std::string_view::npos;
  context_.advance(part.text, &opened);
  if (opened != std::string_view::npos) last_tag_ = part.where.part(opened, 1);
  Instruction instruction;
  instruction.text = part.text;
  emit(instruction);
}

void TemplateCompiler::print(const Statement& part) {
  const ExpressionNode& root = part.expression->code.nodes[part.expression->root];
  if (is_super(root)) return super(part);
  if (root.op == Operator::call) return call(part);
  Instruction instruction;
  instruction.code = Code::print;
  instruction.expression = expression(*part.expression);
  settle_print(part, instruction);
  emit(instruction);
}

void TemplateCompiler::settle_print(const Statement& part, Instruction& instruction) {
  const ExpressionNode& root = part.expression->code.nodes[part.expression->root];
  instruction.rule = context_.print_rule();
  instruction.quotation_mark = context_.quotation_mark();
  if (instruction.rule == PrintRule::refused) {
    error(part.where, context_.refusal()).label = context_.remedy();
  } else if (instruction.rule == PrintRule::json && !(root.op == Operator::filter && root.name == "json")) {
    error(part.where, "inside JSON a value is printed with the filter `json`").label = "write {{ … | json }}";
  }
}

void TemplateCompiler::call(const Statement& part) {
  const PrintRule here_rule = context_.print_rule();
  if (here_rule == PrintRule::json || (here_rule == PrintRule::refused && !context_.among_attributes())) {
    Instruction unused;
    settle_print(part, unused);
    return;
  }
  Instruction instruction;
  instruction.code = Code::call;
  instruction.expression = expression(*part.expression, true);
  if (instruction.expression == no_node || !resolve_call(instruction.expression, context_)) return;
  instruction.target = program_.code.nodes[instruction.expression].first;
  emit(instruction);
}

bool TemplateCompiler::merge_branches(const std::vector<HtmlContext>& ends, Span where) {
  HtmlContext merged = ends.front();
  for (const HtmlContext& end : ends) {
    const auto both = HtmlContext::merge(merged, end);
    if (!both) {
      error(where, "the branches of this `if` end in different places of the markup").label =
          "one " + merged.describe() + ", another " + end.describe();
      return false;
    }
    merged = *both;
  }
  context_ = merged;
  return true;
}

void TemplateCompiler::condition(const Statement& part) {
  const HtmlContext start = context_;
  std::vector<HtmlContext> ends;
  std::vector<std::uint32_t> to_end;
  bool otherwise = false;
  for (const TemplateBranch& branch : part.branches) {
    context_ = start;
    std::uint32_t skip = no_node;
    otherwise = !branch.condition;
    if (branch.condition) {
      Instruction test;
      test.code = Code::jump_unless;
      test.expression = expression(*branch.condition);
      skip = emit(test);
    }
    body(branch.body);
    ends.push_back(context_);
    if (&branch != &part.branches.back()) {
      Instruction jump;
      jump.code = Code::jump;
      to_end.push_back(emit(jump));
    }
    if (skip != no_node) program_.instructions[skip].target = here();
  }
  for (const std::uint32_t jump : to_end) program_.instructions[jump].target = here();
  if (!otherwise) ends.push_back(start);
  context_ = start;
  if (!too_large_) merge_branches(ends, part.where);
}

void TemplateCompiler::loop(const Statement& part) {
  const HtmlContext start = context_;
  Instruction head;
  head.code = Code::loop;
  head.expression = expression(*part.expression);
  scopes_.push_back(variables_.size());
  head.slot = declare(part.text);
  declare("loop");
  const std::uint32_t at = emit(head);
  open_scope(part.body);
  body(part.body);
  close_scope();
  close_scope();
  program_.instructions[at].target = here();
  Instruction jump;
  jump.code = Code::jump;
  const std::uint32_t over = emit(jump);
  const HtmlContext after_body = context_;
  context_ = start;
  body(part.otherwise);
  program_.instructions[over].target = here();
  if (too_large_) return;
  for (const HtmlContext& end : {after_body, context_}) {
    const auto both = HtmlContext::merge(start, end);
    if (both) continue;
    error(part.where, "what this `for` repeats ends in another place of the markup than it begins").label =
        "it begins " + start.describe() + " and ends " + end.describe();
    context_ = start;
    return;
  }
  context_ = *HtmlContext::merge(start, *HtmlContext::merge(start, after_body));
}

void TemplateCompiler::set(const Statement& part) {
  Instruction instruction;
  instruction.code = Code::set;
  instruction.expression = expression(*part.expression);
  instruction.slot = find_slot(part.text);
  emit(instruction);
}

void TemplateCompiler::include(const Statement& part) {
  const TemplateSyntax* target = library_.find(part.text);
  if (!target || !deeper(part.where)) return;
  whole(*target);
  --depth_;
}

void TemplateCompiler::block(const Statement& part) {
  for (const OpenBlock& outer : open_blocks_) {
    if (outer.definitions.front().second->text != part.text) continue;
    error(part.name_where, "the block `" + std::string(part.text) + "` stands inside itself");
    return;
  }
  OpenBlock open;
  for (const TemplateSyntax* syntax : chain_)
    if (const Statement* found = library_.block(*syntax, part.text)) open.definitions.emplace_back(syntax, found);
  write_block(std::move(open), part.where);
}

void TemplateCompiler::write_block(OpenBlock open, Span where) {
  const auto [owner, definition] = open.definitions[open.level];
  if (!deeper(where)) return;
  const TemplateSyntax* file = file_;
  const HtmlContext start = context_;
  file_ = owner;
  open_blocks_.push_back(std::move(open));
  open_scope(definition->body);
  body(definition->body);
  close_scope();
  open_blocks_.pop_back();
  file_ = file;
  --depth_;
  if (const auto merged = HtmlContext::merge(start, context_)) {
    context_ = *merged;
  } else if (!too_large_) {
    Diagnostic& found = error(definition->where, "the block `" + std::string(definition->text) +
                                                     "` ends in another place of the markup than it begins");
    found.label = "it begins " + start.describe() + " and ends " + context_.describe();
    if (!(where == definition->where)) found.notes.push_back({where, "it is put in place of this block"});
    context_ = start;
  }
}

void TemplateCompiler::super(const Statement& part) {
  if (open_blocks_.empty()) {
    error(part.where, "`super()` stands in no block");
    return;
  }
  OpenBlock open = open_blocks_.back();
  const Span where = open.definitions[open.level].second->name_where;
  if (++open.level == open.definitions.size()) {
    error(part.where, "there is no block above this one for `super()` to show").notes.push_back({where, "this block"});
    return;
  }
  write_block(std::move(open), part.where);
}

}  // namespace framewright
