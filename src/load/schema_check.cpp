#include "load/schema_check.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

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

// Expressions name types, fields and links.
bool can_be_said(std::string_view name) {
  static constexpr std::array<std::string_view, 11> words{"and",  "or",    "not", "in",   "is",     "empty",
                                                          "true", "false", "if",  "else", "defined"};
  const auto fits = [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '_'; };
  return !name.empty() && !is_digit(name.front()) && std::all_of(name.begin(), name.end(), fits) &&
         std::find(words.begin(), words.end(), name) == words.end();
}

// The names that a site gives; a common field or link belongs to every type and is looked at once.
class NameForms {
public:
  NameForms(const Schema& schema, Diagnostics& diagnostics) : schema_(schema), diagnostics_(diagnostics) {}

  void check(const TypeDef& type) {
    check(type.name, "a type", type.where);
    for (const FieldDef& field : type.fields) check(field.name, "a field", field.where);
    for (const LinkId link : type.links) check(schema_.links[link].name, "a link", schema_.links[link].where);
    for (const NestDef& nest : type.nests) check(nest.name, "a list of nested items", nest.where);
  }

private:
  void check(const std::string& name, std::string_view what, Span where) {
    if (can_be_said(name) || !where.known() || !seen_.emplace(where.file, where.begin).second) return;
    wrong(where, "\"" + name + "\" cannot be the name of " + std::string(what), diagnostics_).help =
        "use the letters a to z, digits and _, and none of the words of expressions such as and, in or is";
  }

  const Schema& schema_;
  Diagnostics& diagnostics_;
  std::set<std::pair<FileId, std::uint32_t>> seen_;
};

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

void check_reads(std::string_view reads, Span where, Diagnostics& diagnostics) {
  static constexpr std::array<std::string_view, 4> parts{"title", "number", "id", "label"};
  for (std::size_t at = reads.find('{'); at != std::string_view::npos; at = reads.find('{', at + 1)) {
    const std::size_t end = std::min(reads.find('}', at), reads.size());
    const std::string_view part = reads.substr(at + 1, end - at - 1);
    if (std::find(parts.begin(), parts.end(), part) != parts.end()) continue;
    Diagnostic& d = wrong(where, "reads cannot hold {" + std::string(part) + "}", diagnostics);
    if (const auto near = nearest(part, parts)) d.label = "did you mean {" + std::string(*near) + "}?";
    d.help = "it may hold {title}, {number}, {id} and {label}";
    return;
  }
}

void check_schema(const Schema& schema, const std::vector<NamedField>& named, Diagnostics& diagnostics) {
  for (const NamedField& each : named) check_named_field(schema, each, diagnostics);
  NameForms forms(schema, diagnostics);
  for (const TypeDef& type : schema.types) {
    forms.check(type);
    check_names(schema, type, diagnostics);
  }
  check_folders(schema, diagnostics);
}

}  // namespace framewright
