#include "cli/types_text.h"

#include <map>

#include "base/text.h"
#include "cli/schema_words.h"
#include "cli/text_layout.h"
#include "model/directive_catalogue.h"

namespace framewright {

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr TableLayout table_part{.indent = 2, .wrap = true};

std::string titled(std::string_view title, const Rows& rows) {
  return rows.empty() ? std::string() : "\n" + std::string(title) + "\n" + aligned(rows, table_part);
}

std::string id_words(const TypeDef& type) {
  if (!type.id) return {};
  return type.id->form.written() + (type.id->example.empty() ? "" : ", such as " + type.id->example);
}

std::string page_words(const TypeDef& type) {
  if (type.nested) return "an anchor on the page of the item it stands in";
  if (type.chapters) return "index.md is the item, the other files of its folder are its chapters";
  return type.pages ? "one for each" : "all on one page";
}

std::string coverage_words(const Schema& schema, const TypeDef& type) {
  std::vector<std::string> names;
  for (const TypeId other : type.covered_by) names.push_back(schema.types[other].name);
  return join_words(names, "or") + "; else it is a gap";
}

std::vector<std::string> expected_words(const TypeDef& type) {
  std::vector<std::string> words;
  for (std::string names : type.expected_metadata) {
    for (std::size_t at = names.find('|'); at != std::string::npos; at = names.find('|', at))
      names.replace(at, 1, " or ");
    words.push_back(std::move(names));
  }
  return words;
}

Rows general_rows(const Schema& schema, TypeId id) {
  const TypeDef& type = schema.types[id];
  Rows rows{{"written in", place_words(schema, id)}};
  if (const std::string ids = id_words(type); !ids.empty()) rows.push_back({"ids", ids});
  if (type.numbered) rows.push_back({"numbers", "without gaps or repeats; the text may stand without a title"});
  if (!type.reads.empty()) rows.push_back({"reads as", type.reads});
  if (!type.title_from.empty()) rows.push_back({"title", join_words(type.title_from, "or")});
  rows.push_back({"pages", page_words(type)});
  rows.push_back({"status", join_words(type.status, "or")});
  if (!type.covered_by.empty()) rows.push_back({"covered by", coverage_words(schema, type)});
  if (type.reviewed) rows.push_back({"reviewed", "reviewed_on is expected"});
  if (!type.expected_metadata.empty()) rows.push_back({"expected", join_words(expected_words(type))});
  if (type.glossary) rows.push_back({"glossary", "its titles are terms, linked where a text first uses them"});
  if (type.cited) rows.push_back({"cited", "a work that the text must cite"});
  return rows;
}

Rows field_rows(const TypeDef& type, bool common) {
  Rows rows;
  for (const FieldDef& field : type.fields)
    if (field.common == common)
      rows.push_back({field.name, kind_words(field) + (field.required ? ", required" : ""), field_says(field)});
  if (common) rows.push_back({"waive", "list of table", "Findings that may stand: rule, reason and until"});
  if (!common) rows.push_back({"text", "Markdown", "The body; in a .md file what stands below the front matter"});
  return rows;
}

std::string link_says(const Schema& schema, const LinkDef& link) {
  std::string says = target_words(schema, link) + ": \"" + link.reads + "\" / \"" + link.reads_back + "\"";
  if (link.min > 0 && link.too_few == Severity::warning) says += "; a warning without one";
  std::vector<std::string> statuses;
  for (const StatusName& status : link.optional_for) statuses.push_back(status.name);
  if (!statuses.empty()) says += "; not needed when " + join_words(statuses, "or");
  if (!link.circle) says += "; never in a circle";
  return says;
}

Rows link_rows(const Schema& schema, const TypeDef& type) {
  Rows rows;
  for (const LinkId id : type.links) {
    const LinkDef& link = schema.links[id];
    if (!link.up) rows.push_back({link.name, count_words(link), link_says(schema, link)});
  }
  return rows;
}

Rows incoming_rows(const Schema& schema, TypeId type) {
  Rows rows;
  for (const TypeDef& from : schema.types)
    for (const LinkId id : from.links) {
      const LinkDef& link = schema.links[id];
      if (!link.up && !link.to.empty() && link.accepts(type)) rows.push_back({from.name, link.name, link.reads_back});
    }
  return rows;
}

Rows nest_rows(const Schema& schema, const TypeDef& type) {
  Rows rows;
  for (const NestDef& nest : type.nests)
    rows.push_back({nest.name, "[[" + nest.name + "]], once for each " + schema.types[nest.type].label});
  return rows;
}

std::string_view option_kind_words(OptionKind kind) {
  switch (kind) {
    case OptionKind::selection: return "selection";
    case OptionKind::field: return "field";
    case OptionKind::fields: return "list of field";
    case OptionKind::relation: return "link";
    case OptionKind::item: return "item";
    case OptionKind::page: return "page";
    case OptionKind::text: return "text";
    case OptionKind::integer: return "integer";
    case OptionKind::choice: return "choice";
    case OptionKind::boolean: return "boolean";
    case OptionKind::any: break;
  }
  return "anything";
}

}  // namespace

std::string types_list(const Schema& schema) {
  Rows rows;
  for (std::size_t i = 0; i < schema.types.size(); ++i)
    rows.push_back({schema.types[i].name, place_words(schema, static_cast<TypeId>(i)), id_words(schema.types[i])});
  return aligned(rows);
}

std::string type_text(const Schema& schema, TypeId id) {
  const TypeDef& type = schema.types[id];
  std::string out = type.name + " (" + type.label + ", " + type.plural + ")\n";
  out += aligned(general_rows(schema, id), table_part);
  out += titled("Fields", field_rows(type, false));
  out += titled("Links, written as the ids of items", link_rows(schema, type));
  out += titled("Items within it", nest_rows(schema, type));
  out += titled("Links that lead to it", incoming_rows(schema, id));
  return out + titled("Fields that any item may have", field_rows(type, true));
}

std::string fields_list(const Schema& schema) {
  std::map<std::string, std::vector<std::string>, std::less<>> types;
  for (const TypeDef& type : schema.types)
    for (const std::string_view name : schema.names(type)) types[std::string(name)].push_back(type.name);
  types["text"] = types["waive"] = std::vector<std::string>(schema.types.size());
  Rows rows;
  for (const auto& [name, having] : types)
    rows.push_back({name, having.size() == schema.types.size() ? "any type" : join(having, ", ")});
  return aligned(rows);
}

std::string directives_list() {
  std::string out;
  for (const DirectiveEntry& directive : directive_catalogue()) {
    out += directive.name + "  " + directive.says + "\n";
    Rows rows;
    for (const DirectiveOption& option : directive.options) {
      const std::string choices = option.choices.empty() ? "" : ": " + join_words(option.choices, "or");
      rows.push_back({option.name, std::string(option_kind_words(option.kind)) + (option.required ? ", required" : ""),
                      option.says + choices});
    }
    out += aligned(rows, {.indent = 2});
  }
  return out;
}

std::string filters_list(const Filters& filters) {
  Rows rows;
  for (const Filter* filter : filters.all()) rows.push_back({filter->name, filter->about, filter->example});
  return aligned(rows);
}

}  // namespace framewright
