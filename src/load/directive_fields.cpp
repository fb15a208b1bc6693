#include "load/directive_fields.h"

#include <algorithm>

#include "base/text.h"
#include "model/selection.h"

namespace framewright {

namespace {

constexpr std::string_view sort_option = "sort", text_field_name = "text";

class FieldCheck {
public:
  FieldCheck(const Directive& directive, const SelectedTypes& selected, const Model& model, Diagnostics& diagnostics)
      : directive_(directive), selected_(selected), model_(model), diagnostics_(diagnostics) {
    for (const auto& [option, types] : selected_) all_.insert(types.begin(), types.end());
  }

  void check(const DirectiveOption& option);

private:
  void check_selection(const DirectiveOption& option, Span where);
  void check_field(const DirectiveOption& option, std::string_view written, Span where);
  void check_kind(const DirectiveOption& option, const TypeDef& type, std::string_view name, Span where);
  void check_relation(const DirectiveOption& option, const TomlValue& given);
  void report_nowhere(std::string_view name, Span where);
  bool has(TypeId type, std::string_view name) const;

  Diagnostic& wrong(Span where, std::string message) {
    return diagnostics_.error("bad-directive", where, std::move(message));
  }
  const TypeDef& type(TypeId id) const { return model_.schema->types[id]; }

  const Directive& directive_;
  const SelectedTypes& selected_;
  std::set<TypeId> all_;
  const Model& model_;
  Diagnostics& diagnostics_;
};

void FieldCheck::check(const DirectiveOption& option) {
  const TomlValue* given = directive_.options.find(option.name);
  if (option.kind == OptionKind::selection) check_selection(option, given == nullptr ? directive_.where : given->where);
  if (given == nullptr) return;
  const bool text = given->kind == TomlValue::Kind::text;
  if (option.kind == OptionKind::field && text) check_field(option, given->text, given->where);
  if (option.kind == OptionKind::relation && text) check_relation(option, *given);
  if (option.kind == OptionKind::fields)
    for (const TomlValue& column : given->items) check_field(option, column.text, column.where);
}

bool FieldCheck::has(TypeId id, std::string_view name) const {
  return name == text_field_name || ItemTypes(model_, id).member(type(id).name, name).has_value();
}

void FieldCheck::check_selection(const DirectiveOption& option, Span where) {
  const auto selected = selected_.find(option.name);
  if (selected == selected_.end()) return;
  for (const TypeId id : selected->second)
    for (const std::string& name : option.has) {
      if (has(id, name)) continue;
      Diagnostic& d = wrong(where, "{" + directive_.name + "} shows the " + name + " of items, and " +
                                       with_article(type(id).label) + " has none");
      for (std::size_t other = 0; other < model_.schema->types.size() && d.help.empty(); ++other)
        if (std::all_of(option.has.begin(), option.has.end(),
                        [&](const std::string& each) { return has(static_cast<TypeId>(other), each); }))
          d.help = "select items that have it, such as \"" + type(static_cast<TypeId>(other)).name + "\"";
      return;
    }
}

void FieldCheck::report_nowhere(std::string_view name, Span where) {
  const ItemTypes scope(model_, all_.size() == 1 ? std::optional(*all_.begin()) : std::nullopt);
  std::vector<std::string_view> names = scope.names();
  names.push_back(text_field_name);
  Diagnostic& d = wrong(where, "there is no field \"" + std::string(name) + "\" here");
  if (const auto near = nearest(name, names)) d.label = "did you mean \"" + std::string(*near) + "\"?";
}

void FieldCheck::check_field(const DirectiveOption& option, std::string_view written, Span where) {
  if (all_.empty()) return;
  const std::string_view name = written.starts_with('-') ? written.substr(1) : written;
  const auto lacks = [&](TypeId id) { return !has(id, name); };
  const auto without = std::find_if(all_.begin(), all_.end(), lacks);
  if (std::all_of(all_.begin(), all_.end(), lacks)) {
    report_nowhere(name, where);
  } else if (without != all_.end()) {
    // In a sorted list those without the field come last.
    if (option.name == sort_option) return;
    wrong(where, with_article(type(*without).label) + " has no field \"" + std::string(name) + "\"").help =
        "select items of one type, or name a field that all of them have";
  } else {
    for (const TypeId id : all_) check_kind(option, type(id), name, where);
  }
}

void FieldCheck::check_kind(const DirectiveOption& option, const TypeDef& def, std::string_view name, Span where) {
  const FieldDef* field = def.field(name);
  if (option.holds.empty() ||
      (field != nullptr && std::find(option.holds.begin(), option.holds.end(), field->kind) != option.holds.end()))
    return;
  std::vector<std::string> kinds;
  for (const FieldKind kind : option.holds) kinds.emplace_back(field_kind_name(kind));
  wrong(where, option.name + " takes a field of the kind " + join_words(kinds, "or") + ", and \"" + std::string(name) +
                   "\" of " + with_article(def.label) + " is " +
                   (field == nullptr ? "none" : "of the kind " + std::string(field_kind_name(field->kind))))
      .help = "`framewright types " + def.name + "` lists the fields with their kinds";
}

void FieldCheck::check_relation(const DirectiveOption& option, const TomlValue& given) {
  const auto selected = selected_.find(option.of);
  if (selected == selected_.end()) return;
  for (const TypeId id : selected->second) {
    const Schema& schema = *model_.schema;
    if (schema.link(type(id), given.text) != nullptr) continue;
    std::vector<std::string_view> names;
    for (const LinkId link : type(id).links) names.push_back(schema.links[link].name);
    Diagnostic& d = wrong(given.where, with_article(type(id).label) + " has no link \"" + given.text + "\"");
    if (const auto near = nearest(given.text, names)) d.label = "did you mean \"" + std::string(*near) + "\"?";
    d.help = "`framewright types " + type(id).name + "` lists the links";
    return;
  }
}

}  // namespace

void check_directive_fields(const Directive& directive, const DirectiveEntry& entry, const SelectedTypes& types,
                            const Model& model, Diagnostics& diagnostics) {
  FieldCheck check(directive, types, model, diagnostics);
  for (const DirectiveOption& option : entry.options) check.check(option);
}

}  // namespace framewright
