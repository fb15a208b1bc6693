#include "template/template.h"

#include "base/text.h"
#include "template/renderer.h"
#include "template/template_compiler.h"
#include "template/template_library.h"

namespace framewright {

struct TemplateSet::Data {
  std::vector<TemplateSource> sources;
  std::shared_ptr<Arena> texts = std::make_shared<Arena>();
  const Filters* filters = nullptr;
  Formats formats;
  Program program;
  std::map<std::string_view, std::vector<std::string_view>> blocks;
};

TemplateSet::TemplateSet(std::unique_ptr<const Data> data) : data_(std::move(data)) {}
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;
TemplateSet::~TemplateSet() = default;

namespace {

// Room for the program of the built-in templates, so that it need not be copied as it grows; what is not filled costs
// nothing.
constexpr std::size_t usual_nodes = 65536, usual_instructions = 32768;

void list_blocks(const std::vector<Statement>& body, std::vector<std::string_view>& names) {
  for (const Statement& part : body) {
    if (part.kind == StatementKind::block) names.push_back(part.text);
    list_blocks(part.body, names);
    list_blocks(part.otherwise, names);
    for (const TemplateBranch& branch : part.branches) list_blocks(branch.body, names);
  }
}

std::vector<TemplateSyntax> parse_all(const std::vector<TemplateSource>& sources, const std::shared_ptr<Arena>& texts,
                                      Diagnostics& diagnostics) {
  std::vector<TemplateSyntax> templates;
  std::map<std::string_view, Span> seen;
  for (const TemplateSource& source : sources) {
    templates.push_back(parse_template(source.name, source.text, source.file, texts, diagnostics));
    const auto [first, fresh] = seen.emplace(source.name, templates.back().where);
    if (fresh) continue;
    diagnostics.error("bad-template", templates.back().where, "there are two templates called \"" + source.name + "\"")
        .notes.push_back({first->second, "the first"});
    templates.back().good = false;
  }
  return templates;
}

}  // namespace

std::optional<TemplateSet> TemplateSet::compile(std::vector<TemplateSource> sources, const Filters& filters,
                                                Diagnostics& diagnostics, Formats formats) {
  auto data = std::make_unique<Data>();
  data->sources = std::move(sources);
  data->filters = &filters;
  data->formats = std::move(formats);
  Diagnostics found;
  const auto templates = parse_all(data->sources, data->texts, found);
  TemplateLibrary library(templates);
  library.check(found);
  data->program.code.nodes.reserve(usual_nodes);
  data->program.instructions.reserve(usual_instructions);
  TemplateCompiler compiler(library, filters, data->program);
  for (std::size_t i = 0; i < templates.size(); ++i)
    if (data->sources[i].alone && library.sound(templates[i])) compiler.compile(templates[i]);
  for (std::size_t i = 0; i < templates.size(); ++i)
    for (const MacroSyntax& macro : templates[i].macros)
      if (data->sources[i].alone && library.sound(templates[i])) compiler.check_macro(templates[i], macro);
  compiler.report(found);
  for (const TemplateSyntax& syntax : templates) list_blocks(syntax.body, data->blocks[syntax.name]);
  const bool good = found.empty();
  diagnostics.merge(std::move(found));
  if (!good) return std::nullopt;
  return TemplateSet(std::move(data));
}

bool TemplateSet::render(std::string_view name, const Object& context, Arena& arena, std::string& out,
                         Diagnostics& diagnostics) const {
  const auto found = data_->program.templates.find(name);
  if (found == data_->program.templates.end()) {
    const auto meant = nearest(name, names());
    diagnostics.error("bad-template", {}, "there is no template \"" + std::string(name) + "\"").help =
        meant ? "did you mean \"" + std::string(*meant) + "\"?" : "";
    return false;
  }
  const std::size_t before = out.size();
  Evaluation evaluation{arena, *data_->filters, diagnostics, data_->formats, "bad-template", nullptr, false};
  if (Renderer(data_->program, context, evaluation, out).render(found->second)) return true;
  out.resize(before);
  return false;
}

bool TemplateSet::has(std::string_view name) const { return data_->program.templates.count(name) > 0; }

std::vector<std::string_view> TemplateSet::names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, routine] : data_->program.templates) names.push_back(name);
  return names;
}

std::vector<std::string_view> TemplateSet::blocks(std::string_view name) const {
  const auto found = data_->blocks.find(name);
  return found == data_->blocks.end() ? std::vector<std::string_view>() : found->second;
}

}  // namespace framewright
