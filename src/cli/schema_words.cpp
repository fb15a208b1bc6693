#include "cli/schema_words.h"

#include <limits>
#include <vector>

#include "base/text.h"
#include "cli/command.h"

namespace framewright {

namespace {

std::vector<std::string> type_words(const Schema& schema, const std::vector<TypeId>& types) {
  std::vector<std::string> words;
  words.reserve(types.size());
  for (const TypeId type : types) words.push_back(schema.types[type].name);
  return words;
}

}  // namespace

TypeId type_called(const Schema& schema, std::string_view word) {
  if (const auto type = schema.find(word)) return *type;
  const std::string wanted = ascii_lower(word);
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < schema.types.size(); ++i) {
    const TypeDef& type = schema.types[i];
    for (const std::string& name : {type.name, type.label, type.plural})
      if (ascii_lower(name) == wanted) return static_cast<TypeId>(i);
    names.push_back(type.name);
    names.push_back(type.plural);
  }
  std::string message = "there is no type \"" + std::string(word) + "\"";
  if (const auto near = nearest(word, names)) message += "; did you mean \"" + std::string(*near) + "\"?";
  throw UsageError(message + "\nSee all types with `framewright types`.");
}

std::string kind_words(const FieldDef& field) {
  std::string kind(field_kind_name(field.kind));
  if (field.kind == FieldKind::status) kind = "choice";
  if (field.kind == FieldKind::inline_markdown) kind = "text";
  return field.list ? "list of " + kind : kind;
}

std::string field_says(const FieldDef& field) {
  std::string says = field.says;
  const auto add = [&](const std::string& more) { says += (says.empty() ? "" : "; ") + more; };
  if (!field.choices.empty()) add(join_words(field.choices, "or"));
  if (field.pattern) {
    add(field.pattern->example.empty() ? "in the form " + field.pattern->form.written()
                                       : "in the form of " + field.pattern->example);
  }
  if (!field.from.empty()) add("not before " + field.from);
  if (field.between.size() == 2) add("between " + field.between[0] + " and " + field.between[1]);
  return says;
}

std::string target_words(const Schema& schema, const LinkDef& link) {
  return link.to.empty() ? "any item" : join_words(type_words(schema, link.to), "or");
}

std::string count_words(const LinkDef& link) {
  const bool open = link.max == std::numeric_limits<std::size_t>::max();
  if (open) return link.min == 0 ? "any number" : std::to_string(link.min) + " or more";
  if (link.min == link.max) return "exactly " + std::to_string(link.max);
  return link.min == 0 ? "at most " + std::to_string(link.max)
                       : std::to_string(link.min) + " to " + std::to_string(link.max);
}

bool is_required(const LinkDef& link) { return link.min > 0 && link.too_few == Severity::error; }
bool is_always_required(const LinkDef& link) { return is_required(link) && link.optional_for.empty(); }

std::string place_words(const Schema& schema, TypeId type) {
  const TypeDef& def = schema.types[type];
  if (!def.nested) return def.folder.empty() ? "content/" : "content/" + def.folder + "/";
  std::vector<std::string> places;
  for (const TypeDef& outer : schema.types)
    for (const NestDef& nest : outer.nests)
      if (nest.type == type) places.push_back("[[" + nest.name + "]] of " + with_article(outer.label));
  return join_words(places, "or");
}

}  // namespace framewright
