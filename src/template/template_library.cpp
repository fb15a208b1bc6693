#include "template/template_library.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::string_view rule = "bad-template";

std::string did_you_mean(std::string_view word, std::span<const std::string_view> names) {
  const auto meant = nearest(word, names);
  return meant ? "did you mean \"" + std::string(*meant) + "\"?" : std::string();
}

}  // namespace

TemplateLibrary::TemplateLibrary(std::span<const TemplateSyntax> templates) : templates_(templates) {
  for (const TemplateSyntax& syntax : templates_) by_name_.emplace(syntax.name, &syntax);
}

const TemplateSyntax* TemplateLibrary::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

std::vector<const TemplateSyntax*> TemplateLibrary::chain(const TemplateSyntax& of) const {
  std::vector<const TemplateSyntax*> chain;
  for (const TemplateSyntax* at = &of; at; at = at->parent ? find(*at->parent) : nullptr) chain.push_back(at);
  return chain;
}

const Statement* TemplateLibrary::block(const TemplateSyntax& of, std::string_view name) const {
  const auto blocks = blocks_.find(&of);
  if (blocks == blocks_.end()) return nullptr;
  const auto found = blocks->second.find(name);
  return found == blocks->second.end() ? nullptr : found->second;
}

MacroPlace TemplateLibrary::macro(const TemplateSyntax& from, std::string_view name) const {
  const TemplateSyntax* owner = &from;
  if (const std::size_t dot = name.find('.'); dot != std::string_view::npos) {
    owner = nullptr;
    for (const TemplateImport& import : from.imports)
      if (import.name == name.substr(0, dot)) owner = find(import.target);
    name.remove_prefix(dot + 1);
  }
  if (owner)
    for (const MacroSyntax& macro : owner->macros)
      if (macro.name == name) return {owner, &macro};
  return {};
}

std::vector<std::string_view> TemplateLibrary::macro_names(const TemplateSyntax& from) const {
  std::vector<std::string_view> names;
  for (const MacroSyntax& macro : from.macros) names.push_back(macro.name);
  return names;
}

std::string_view TemplateLibrary::template_with_macro(std::string_view name) const {
  for (const TemplateSyntax& syntax : templates_)
    for (const MacroSyntax& macro : syntax.macros)
      if (macro.name == name) return syntax.name;
  return {};
}

void TemplateLibrary::check(Diagnostics& diagnostics) {
  for (const TemplateSyntax& syntax : templates_) {
    if (!syntax.good) unsound_[&syntax] = true;
    if (syntax.parent) link(syntax, *syntax.parent, syntax.parent_where, "extends", diagnostics);
    for (const TemplateImport& import : syntax.imports)
      if (!find(import.target)) link(syntax, import.target, import.where, "imports", diagnostics);
    collect(syntax, syntax.body, diagnostics);
    for (const MacroSyntax& macro : syntax.macros) collect(syntax, macro.body, diagnostics);
  }
  check_circles(diagnostics);
  spread();
  for (const TemplateSyntax& syntax : templates_)
    if (syntax.parent && sound(syntax)) check_child(syntax, diagnostics);
  spread();
}

void TemplateLibrary::link(const TemplateSyntax& from, std::string_view name, Span where, std::string_view verb,
                           Diagnostics& diagnostics) {
  if (const TemplateSyntax* to = find(name)) {
    links_[&from].push_back({to, where, verb});
    return;
  }
  std::vector<std::string_view> names;
  for (const auto& [known, syntax] : by_name_) names.push_back(known);
  diagnostics.error(std::string(rule), where, "there is no template \"" + std::string(name) + "\"").label =
      did_you_mean(name, names);
  unsound_[&from] = true;
}

// Blocks and includes, wherever they stand.
void TemplateLibrary::collect(const TemplateSyntax& owner, const std::vector<Statement>& body,
                              Diagnostics& diagnostics) {
  for (const Statement& statement : body) {
    if (statement.kind == StatementKind::include)
      link(owner, statement.text, statement.name_where, "includes", diagnostics);
    if (statement.kind == StatementKind::block && !statement.text.empty()) {
      const auto [first, fresh] = blocks_[&owner].emplace(statement.text, &statement);
      if (!fresh) {
        diagnostics
            .error(std::string(rule), statement.name_where,
                   "there is a block called `" + std::string(statement.text) + "` in this template already")
            .notes.push_back({first->second->name_where, "this one"});
        unsound_[&owner] = true;
      }
    }
    collect(owner, statement.body, diagnostics);
    collect(owner, statement.otherwise, diagnostics);
    for (const TemplateBranch& branch : statement.branches) collect(owner, branch.body, diagnostics);
  }
}

void TemplateLibrary::check_circles(Diagnostics& diagnostics) {
  std::map<const TemplateSyntax*, Mark> marks;
  for (const TemplateSyntax& start : templates_) {
    if (marks[&start] != Mark::fresh) continue;
    std::vector<std::pair<const TemplateSyntax*, std::size_t>> path{{&start, 0}};
    marks[&start] = Mark::open;
    while (!path.empty()) {
      const TemplateSyntax* at = path.back().first;
      const std::vector<Link>& links = links_[at];
      if (path.back().second == links.size()) {
        marks[at] = Mark::done;
        path.pop_back();
        continue;
      }
      const Link& next = links[path.back().second++];
      Mark& mark = marks[next.to];
      if (mark == Mark::open) report_circle(path, next, diagnostics);
      if (mark != Mark::fresh) continue;
      mark = Mark::open;
      path.emplace_back(next.to, 0);
    }
  }
}

void TemplateLibrary::report_circle(const std::vector<std::pair<const TemplateSyntax*, std::size_t>>& path,
                                    const Link& last, Diagnostics& diagnostics) {
  const auto begin = std::find_if(path.begin(), path.end(), [&](const auto& step) { return step.first == last.to; });
  const std::string subject = "\"" + std::string(path.back().first->name) + "\" " + std::string(last.verb) + " ";
  Diagnostic& found = diagnostics.error(
      std::string(rule), last.where,
      subject +
          (path.back().first == last.to ? "itself" : "\"" + std::string(last.to->name) + "\", which leads back to it"));
  for (auto step = begin; step != path.end(); ++step) {
    unsound_[step->first] = true;
    if (step + 1 == path.end()) break;
    const Link& taken = links_[step->first][step->second - 1];
    found.notes.push_back({taken.where, "\"" + std::string(step->first->name) + "\" " + std::string(taken.verb) +
                                            " \"" + std::string(taken.to->name) + "\""});
  }
}

// What leads to an unsound template is unsound.
void TemplateLibrary::spread() {
  std::map<const TemplateSyntax*, std::vector<const TemplateSyntax*>> users;
  for (const auto& [from, links] : links_)
    for (const Link& link : links) users[link.to].push_back(from);
  for (const TemplateSyntax& syntax : templates_)
    for (const TemplateImport& import : syntax.imports)
      if (const TemplateSyntax* to = find(import.target)) users[to].push_back(&syntax);
  std::vector<const TemplateSyntax*> pending;
  for (const auto& [syntax, wrong] : unsound_) pending.push_back(syntax);
  while (!pending.empty()) {
    const TemplateSyntax* at = pending.back();
    pending.pop_back();
    for (const TemplateSyntax* user : users[at])
      if (unsound_.emplace(user, true).second) pending.push_back(user);
  }
}

void TemplateLibrary::check_child(const TemplateSyntax& of, Diagnostics& diagnostics) {
  for (const Statement& statement : of.body) {
    if (statement.kind == StatementKind::block || statement.kind == StatementKind::set) continue;
    if (statement.kind == StatementKind::text && trim(statement.text).empty()) continue;
    Span where = statement.where;
    if (statement.kind == StatementKind::text) {
      const std::size_t from = static_cast<std::size_t>(trim(statement.text).data() - statement.text.data());
      where = where.part(from, trim(statement.text).size());
    }
    Diagnostic& found = diagnostics.error(std::string(rule), where, "what stands outside a block is never shown");
    found.label = "put it into a block";
    found.notes.push_back({of.parent_where, "this template only fills blocks of another"});
    unsound_[&of] = true;
    break;
  }
  check_blocks(of, diagnostics);
}

void TemplateLibrary::check_blocks(const TemplateSyntax& of, Diagnostics& diagnostics) {
  const auto ancestors = chain(of);
  for (const Statement& statement : of.body) {
    if (statement.kind != StatementKind::block || statement.text.empty()) continue;
    std::vector<std::string_view> names;
    bool known = false;
    for (std::size_t i = 1; i < ancestors.size() && !known; ++i) {
      known = block(*ancestors[i], statement.text) != nullptr;
      for (const auto& [name, place] : blocks_[ancestors[i]]) names.push_back(name);
    }
    if (known) continue;
    diagnostics
        .error(std::string(rule), statement.name_where,
               "there is no block `" + std::string(statement.text) + "` in \"" + std::string(*of.parent) + "\" to fill")
        .label = did_you_mean(statement.text, names);
    unsound_[&of] = true;
  }
}

}  // namespace framewright
