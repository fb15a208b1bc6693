#include "load/schema_check.h"

#include <map>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::string_view bad_config = "bad-config";

Diagnostic& wrong(Span where, std::string message, Diagnostics& diagnostics) {
  return diagnostics.error(std::string(bad_config), where, std::move(message));
}

void check_named_field(const Schema& schema, const NamedField& named, Diagnostics& diagnostics) {
  const TypeDef& type = schema.types[named.type];
  const FieldDef* field = type.field(named.name);
  if (field != nullptr) {
    if (named.kind && field->kind != *named.kind)
      wrong(named.where,
            "the field \"" + named.name + "\" of " + with_article(type.label) + " is not of the kind " +
                std::string(field_kind_name(*named.kind)),
            diagnostics);
    return;
  }
  Diagnostic& d =
      wrong(named.where, "there is no field \"" + named.name + "\" of " + with_article(type.label), diagnostics);
  std::vector<std::string_view> names;
  for (const FieldDef& each : type.fields) names.push_back(each.name);
  if (const auto near = nearest(named.name, names)) d.label = "did you mean \"" + std::string(*near) + "\"?";
}

// Common fields give way to a type's own link or nest of the name, as they stand for any item.
void check_names(const Schema& schema, const TypeDef& type, Diagnostics& diagnostics) {
  const auto taken = [&](Span where, std::string_view what, const std::string& name) {
    wrong(where, with_article(type.label) + " has " + std::string(what) + " \"" + name + "\" already", diagnostics)
        .help = "give one of them another name";
  };
  for (const FieldDef& field : type.fields) {
    if (type.nest(field.name) != nullptr)
      taken(field.where, "nested items", field.name);
    else if (const LinkDef* link = schema.link(type, field.name); link != nullptr)
      taken(field.where.known() ? field.where : link->where, "a link", field.name);
  }
  for (const LinkId id : type.links) {
    const LinkDef& link = schema.links[id];
    if (type.nest(link.name) != nullptr) taken(link.where, "nested items", link.name);
  }
}

void check_folders(const Schema& schema, Diagnostics& diagnostics) {
  std::map<std::string_view, const TypeDef*> by_folder;
  for (const TypeDef& type : schema.types) {
    if (type.folder.empty()) continue;
    const auto [held, fresh] = by_folder.try_emplace(type.folder, &type);
    if (fresh) continue;
    wrong(type.where.known() ? type.where : held->second->where,
          "the types " + held->second->name + " and " + type.name + " have the same folder, " + type.folder,
          diagnostics)
        .help = "give each a folder of its own";
  }
}

}  // namespace

void check_schema(const Schema& schema, const std::vector<NamedField>& named, Diagnostics& diagnostics) {
  for (const NamedField& each : named) check_named_field(schema, each, diagnostics);
  for (const TypeDef& type : schema.types) check_names(schema, type, diagnostics);
  check_folders(schema, diagnostics);
}

}  // namespace framewright
