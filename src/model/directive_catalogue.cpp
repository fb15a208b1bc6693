#include "model/directive_catalogue.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "model/built_in.h"
#include "port/toml.h"

namespace framewright {

namespace {

OptionKind option_kind(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, OptionKind>, 10> kinds{{{"selection", OptionKind::selection},
                                                                                  {"field", OptionKind::field},
                                                                                  {"fields", OptionKind::fields},
                                                                                  {"relation", OptionKind::relation},
                                                                                  {"item", OptionKind::item},
                                                                                  {"page", OptionKind::page},
                                                                                  {"text", OptionKind::text},
                                                                                  {"integer", OptionKind::integer},
                                                                                  {"choice", OptionKind::choice},
                                                                                  {"boolean", OptionKind::boolean}}};
  for (const auto& [known, kind] : kinds)
    if (known == name) return kind;
  throw std::logic_error("the built-in directives.toml has an unknown kind of option");
}

std::vector<std::string> texts(const TomlValue& option, std::string_view key) {
  std::vector<std::string> list;
  if (const TomlValue* value = option.find(key))
    for (const TomlValue& item : value->items) list.push_back(item.text);
  return list;
}

DirectiveEntry read_directive(const TomlEntry& entry) {
  DirectiveEntry directive;
  directive.name = entry.key;
  for (const TomlEntry& given : entry.value.entries) {
    if (given.key == "says") {
      directive.says = given.value.text;
      continue;
    }
    DirectiveOption option;
    option.name = given.key;
    if (const TomlValue* kind = given.value.find("kind")) option.kind = option_kind(kind->text);
    if (const TomlValue* required = given.value.find("required")) option.required = required->boolean;
    if (const TomlValue* says = given.value.find("says")) option.says = says->text;
    if (const TomlValue* fallback = given.value.find("default")) option.fallback = fallback->text;
    if (const TomlValue* of = given.value.find("of")) option.of = of->text;
    option.choices = texts(given.value, "choices");
    option.has = texts(given.value, "has");
    for (const std::string& kind : texts(given.value, "holds")) option.holds.push_back(field_kind(kind).value());
    directive.options.push_back(std::move(option));
  }
  return directive;
}

std::vector<DirectiveEntry> read_directives() {
  Diagnostics diagnostics;
  const TomlText toml = parse_toml(built_in_directives(), no_file, 0, diagnostics);
  if (!toml.readable) throw std::logic_error("the built-in directives.toml cannot be read");
  std::vector<DirectiveEntry> directives;
  for (const TomlEntry& entry : toml.root.entries) directives.push_back(read_directive(entry));
  return directives;
}

DirectiveOption own_option(std::string name, OptionKind kind) {
  DirectiveOption option;
  option.name = std::move(name);
  option.kind = kind;
  return option;
}

}  // namespace

const DirectiveOption* DirectiveEntry::option(std::string_view wanted) const {
  const auto found = std::find_if(options.begin(), options.end(),
                                  [&](const DirectiveOption& option) { return option.name == wanted; });
  return found == options.end() ? nullptr : &*found;
}

std::span<const DirectiveEntry> directive_catalogue() {
  static const std::vector<DirectiveEntry> directives = read_directives();
  return directives;
}

const DirectiveEntry* find_directive(std::string_view name) {
  const std::span<const DirectiveEntry> all = directive_catalogue();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const DirectiveEntry& entry) { return entry.name == name; });
  return found == all.end() ? nullptr : &*found;
}

const DirectiveEntry& own_directive() {
  static const DirectiveEntry own{"",
                                  "",
                                  {own_option("select", OptionKind::selection), own_option("sort", OptionKind::field),
                                   own_option("limit", OptionKind::integer), own_option("item", OptionKind::item),
                                   own_option("path", OptionKind::page)}};
  return own;
}

}  // namespace framewright
