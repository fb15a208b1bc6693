#include "model/schema.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::array<std::pair<std::string_view, FieldKind>, 14> kinds{{{"text", FieldKind::text},
                                                                        {"inline", FieldKind::inline_markdown},
                                                                        {"markdown", FieldKind::markdown},
                                                                        {"integer", FieldKind::integer},
                                                                        {"money", FieldKind::money},
                                                                        {"date", FieldKind::date},
                                                                        {"month", FieldKind::month},
                                                                        {"year", FieldKind::year},
                                                                        {"dated", FieldKind::dated},
                                                                        {"boolean", FieldKind::boolean},
                                                                        {"choice", FieldKind::choice},
                                                                        {"status", FieldKind::status},
                                                                        {"url", FieldKind::url},
                                                                        {"email", FieldKind::email}}};

}  // namespace

std::string_view field_kind_name(FieldKind kind) {
  for (const auto& [name, known] : kinds)
    if (known == kind) return name;
  return "text";
}

std::optional<FieldKind> field_kind(std::string_view name) {
  for (const auto& [known, kind] : kinds)
    if (known == name) return kind;
  return std::nullopt;
}

bool LinkDef::accepts(TypeId type) const { return to.empty() || std::find(to.begin(), to.end(), type) != to.end(); }

std::string TypeDef::index_title() const { return capitalised(heading.empty() ? plural : heading); }

const FieldDef* TypeDef::field(std::string_view wanted) const {
  const std::size_t index = field_index(wanted);
  return index < fields.size() ? &fields[index] : nullptr;
}

std::size_t TypeDef::field_index(std::string_view wanted) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldDef& f) { return f.name == wanted; });
  return static_cast<std::size_t>(found - fields.begin());
}

const NestDef* TypeDef::nest(std::string_view wanted) const {
  const auto found = std::find_if(nests.begin(), nests.end(), [&](const NestDef& n) { return n.name == wanted; });
  return found == nests.end() ? nullptr : &*found;
}

std::optional<TypeId> Schema::find(std::string_view name) const {
  for (std::size_t i = 0; i < types.size(); ++i)
    if (types[i].name == name) return static_cast<TypeId>(i);
  return std::nullopt;
}

const LinkDef* Schema::link(const TypeDef& type, std::string_view name, LinkId* id) const {
  for (const LinkId candidate : type.links)
    if (links[candidate].name == name) {
      if (id != nullptr) *id = candidate;
      return &links[candidate];
    }
  return nullptr;
}

TypeId Schema::type_of_path(std::string_view path) const {
  TypeId best = page_type;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < types.size(); ++i) {
    const std::string& folder = types[i].folder;
    if (folder.empty() || folder.size() < depth || !path.starts_with(folder)) continue;
    const std::string_view rest = path.substr(folder.size());
    const bool inside = rest.starts_with('/');
    const bool collection = rest == ".csv" || rest == ".toml";
    if (!inside && !collection) continue;
    best = static_cast<TypeId>(i);
    depth = folder.size();
  }
  return best;
}

std::vector<std::string_view> Schema::type_names() const {
  std::vector<std::string_view> names;
  for (const TypeDef& type : types) names.push_back(type.name);
  return names;
}

std::vector<std::string_view> Schema::names(const TypeDef& type) const {
  std::vector<std::string_view> names;
  for (const FieldDef& field : type.fields) names.push_back(field.name);
  for (const LinkId link : type.links)
    if (!links[link].up) names.push_back(links[link].name);
  for (const NestDef& nest : type.nests) names.push_back(nest.name);
  return names;
}

}  // namespace framewright
