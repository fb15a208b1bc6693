#include "load/schema_reader.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "load/field_declaration.h"
#include "load/raw_order.h"
#include "load/schema_check.h"
#include "load/table_reader.h"

namespace framewright {

namespace {

const TomlValue* table_of(const TomlValue& root, std::string_view key) {
  const TomlValue* value = root.find(key);
  return value != nullptr && value->kind == TomlValue::Kind::table ? value : nullptr;
}

template <class Def>
void replace_by_name(std::vector<Def>& defs, Def def) {
  const auto same = std::find_if(defs.begin(), defs.end(), [&](const Def& d) { return d.name == def.name; });
  if (same != defs.end())
    *same = std::move(def);
  else
    defs.push_back(std::move(def));
}

class SchemaReader {
public:
  explicit SchemaReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  // Names first, so that a type may speak of one declared after it.
  void declare(const TomlValue& root);
  void read(const TomlValue& root);
  Schema finish();

private:
  struct Any {
    std::vector<FieldDef> fields;
    std::vector<LinkDef> links;
  };

  void read_any(const TomlValue& table);
  void read_type(TypeDef& type, const TomlEntry& entry);
  void read_texts(TypeDef& type, TableReader& reader);
  void read_folder(TypeDef& type, TableReader& reader);
  void read_range(TypeDef& type, const TomlValue& table);
  bool keeps_kind(const FieldDef& field);
  void read_links(TypeDef& type, const TomlValue& table);
  void read_nests(TypeDef& type, const TomlValue& table);
  void read_covered_by(TypeDef& type, const TomlValue& table);
  // `type` is the one that the field is of; page_type for one of all types.
  std::optional<FieldDef> read_field(TypeId type, const TomlEntry& entry);
  std::optional<LinkDef> read_link(const TomlEntry& entry);
  void check_statuses(const TypeDef& type);
  std::optional<TypeId> type_named(const std::string& name, Span where);
  void add_link(TypeDef& type, LinkDef link);

  Schema schema_;
  Any any_;
  std::vector<FieldDef> built_in_any_;
  std::vector<NamedField> named_fields_;
  std::set<std::string> mistaken_;  // types of which a finding says why they have no folder
  Diagnostics& diagnostics_;
};

void SchemaReader::declare(const TomlValue& root) {
  const TomlValue* types = table_of(root, "type");
  if (types == nullptr) return;
  for (const TomlEntry& entry : types->entries) {
    if (schema_.find(entry.key)) continue;
    TypeDef type;
    type.name = entry.key;
    type.where = entry.key_where;
    type.label = entry.key;
    type.plural = entry.key + "s";
    schema_.types.push_back(std::move(type));
  }
}

void SchemaReader::read(const TomlValue& root) {
  built_in_any_ = any_.fields;
  if (const TomlValue* any = table_of(root, "any")) read_any(*any);
  const TomlValue* types = table_of(root, "type");
  if (types == nullptr) return;
  for (const TomlEntry& entry : types->entries) {
    if (entry.value.kind != TomlValue::Kind::table) {
      diagnostics_.error("bad-config", entry.value.where, "a type is written as a table, [type." + entry.key + "]");
      mistaken_.insert(entry.key);
      continue;
    }
    TypeDef& type = schema_.types[*schema_.find(entry.key)];
    type.where = entry.key_where;
    read_type(type, entry);
  }
}

void SchemaReader::read_any(const TomlValue& table) {
  TableReader reader(table, "[any]", diagnostics_);
  if (const TomlValue* fields = reader.table("field"))
    for (const TomlEntry& entry : fields->entries)
      if (auto field = read_field(page_type, entry)) replace_by_name(any_.fields, std::move(*field));
  if (const TomlValue* links = reader.table("link"))
    for (const TomlEntry& entry : links->entries)
      if (auto link = read_link(entry)) replace_by_name(any_.links, std::move(*link));
  reader.finish();
}

void SchemaReader::read_type(TypeDef& type, const TomlEntry& entry) {
  TableReader reader(entry.value, "[type." + type.name + "]", diagnostics_);
  read_texts(type, reader);
  reader.flag("numbered", type.numbered);
  reader.flag("pages", type.pages);
  reader.flag("chapters", type.chapters);
  reader.flag("reviewed", type.reviewed);
  reader.flag("stands_alone", type.stands_alone);
  reader.flag("glossary", type.glossary);
  reader.flag("cited", type.cited);
  reader.flag("menu", type.menu);
  if (auto pattern = read_pattern(reader, "id")) type.id = std::move(pattern);
  if (const TomlValue* fields = reader.table("field"))
    for (const TomlEntry& field : fields->entries)
      if (auto def = read_field(*schema_.find(type.name), field)) replace_by_name(type.fields, std::move(*def));
  if (const TomlValue* links = reader.table("link")) read_links(type, *links);
  if (const TomlValue* nests = reader.table("nest")) read_nests(type, *nests);
  if (const TomlValue* covered = reader.table("covered_by")) read_covered_by(type, *covered);
  if (const TomlValue* range = reader.table("range")) read_range(type, *range);
  reader.finish();
}

void SchemaReader::read_range(TypeDef& type, const TomlValue& table) {
  RangeDef def;
  TableReader reader(table, "[type." + type.name + ".range]", diagnostics_);
  const auto read_end = [&](std::string_view key, std::string& field) {
    if (const TomlValue* value = reader.text(key, field))
      named_fields_.push_back({*schema_.find(type.name), field, FieldKind::money, value->where});
  };
  read_end("from", def.from);
  read_end("over", def.over);
  read_end("to", def.to);
  read_end("below", def.below);
  reader.finish();
  type.range = std::move(def);
}

void SchemaReader::read_folder(TypeDef& type, TableReader& reader) {
  std::string folder = type.folder;
  const TomlValue* value = reader.text("folder", folder);
  while (folder.ends_with('/')) folder.pop_back();
  if (value != nullptr && !folder.empty() && !is_usable_id(folder)) {
    mistaken_.insert(type.name);
    reader.wrong(value->where, "\"" + folder + "\" cannot be a folder of content/").help =
        "name it from content/ in letters, digits and hyphens, such as folder = \"" + type.name + "s\"";
    return;
  }
  type.folder = std::move(folder);
}

void SchemaReader::read_texts(TypeDef& type, TableReader& reader) {
  read_folder(type, reader);
  if (const TomlValue* reads = reader.text("reads", type.reads)) check_reads(type.reads, reads->where, diagnostics_);
  reader.text("says", type.says);
  reader.text("template", type.template_name);
  reader.text("heading", type.heading);
  std::vector<std::string> labels;
  if (const TomlValue* value = reader.texts("label", labels)) {
    if (labels.size() == 2) {
      type.label = labels[0];
      type.plural = labels[1];
    } else {
      reader.wrong(value->where, "label takes two names, for one and for many: [\"standard\", \"standards\"]");
    }
  }
  reader.texts("status", type.status);
  const TypeId id = *schema_.find(type.name);
  if (const TomlValue* names = reader.texts("title_from", type.title_from))
    for (const TomlValue& name : names->items) named_fields_.push_back({id, name.text, {}, name.where});
  if (const TomlValue* names = reader.texts("expected_metadata", type.expected_metadata))
    for (const TomlValue& alternatives : names->items)
      for (std::string_view rest = alternatives.text; !rest.empty();)
        named_fields_.push_back({id, std::string(next_field(rest, '|')), {}, alternatives.where});
}

bool SchemaReader::keeps_kind(const FieldDef& field) {
  const auto same = std::find_if(built_in_any_.begin(), built_in_any_.end(),
                                 [&](const FieldDef& other) { return other.name == field.name; });
  if (same == built_in_any_.end() || (same->kind == field.kind && same->list == field.list)) return true;
  diagnostics_
      .error("bad-config", field.where,
             "the field \"" + field.name + "\" is always " + (same->list ? "a list " : "") + "of the kind " +
                 std::string(field_kind_name(same->kind)))
      .help = "give your field another name";
  return false;
}

std::optional<FieldDef> SchemaReader::read_field(TypeId type, const TomlEntry& entry) {
  std::vector<NamedField> named;
  std::optional<FieldDef> field = read_field_declaration(entry, named, diagnostics_);
  if (!field || !keeps_kind(*field)) return std::nullopt;
  for (NamedField& each : named) {
    each.type = type;
    named_fields_.push_back(std::move(each));
  }
  return field;
}

std::optional<TypeId> SchemaReader::type_named(const std::string& name, Span where) {
  if (const auto type = schema_.find(name)) return type;
  Diagnostic& d = diagnostics_.error("bad-config", where, "there is no type \"" + name + "\"");
  const std::vector<std::string_view> names = schema_.type_names();
  if (const auto near = nearest(name, names)) d.label = "did you mean \"" + std::string(*near) + "\"?";
  return std::nullopt;
}

std::optional<LinkDef> SchemaReader::read_link(const TomlEntry& entry) {
  if (!is_free_name(entry, diagnostics_)) return std::nullopt;
  if (entry.value.kind != TomlValue::Kind::table) {
    diagnostics_.error("bad-config", entry.value.where,
                       "a link is declared by a table, such as " + entry.key + " = { to = [\"board\"] }");
    return std::nullopt;
  }
  LinkDef link;
  link.name = entry.key;
  link.where = entry.key_where;
  TableReader reader(entry.value, "the link " + entry.key, diagnostics_);
  std::vector<std::string> to, reads;
  const TomlValue* targets = reader.texts("to", to);
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (to[i] == "any") continue;
    if (const auto type = type_named(to[i], targets->items[i].where)) link.to.push_back(*type);
  }
  reader.count("min", link.min);
  if (const TomlValue* most = reader.count("max", link.max); most != nullptr && link.max < link.min)
    reader.wrong(most->where, "the link " + entry.key + " takes at least " + std::to_string(link.min) +
                                  " and at most " + std::to_string(link.max));
  std::vector<std::string> statuses;
  if (const TomlValue* value = reader.texts("optional_for", statuses))
    for (std::size_t i = 0; i < statuses.size(); ++i) link.optional_for.push_back({statuses[i], value->items[i].where});
  reader.flag("circle", link.circle);
  reader.flag("thread", link.thread);
  std::string too_few = "error";
  if (const TomlValue* value = reader.text("too_few", too_few)) {
    if (too_few == "warning")
      link.too_few = Severity::warning;
    else if (too_few != "error")
      reader.wrong(value->where, "too_few is \"error\" or \"warning\"");
  }
  link.reads = entry.key;
  std::replace(link.reads.begin(), link.reads.end(), '_', ' ');
  link.reads_back = "is linked from";
  if (const TomlValue* value = reader.texts("reads", reads)) {
    if (reads.size() == 2) {
      link.reads = reads[0];
      link.reads_back = reads[1];
    } else {
      reader.wrong(value->where, "reads takes two phrases, one for each way: [\"realises\", \"is realised by\"]");
    }
  }
  reader.finish();
  reader.require("to", "the types that it leads to");
  return link;
}

void SchemaReader::add_link(TypeDef& type, LinkDef link) {
  for (const LinkId id : type.links)
    if (schema_.links[id].name == link.name) {
      schema_.links[id] = std::move(link);
      return;
    }
  type.links.push_back(static_cast<LinkId>(schema_.links.size()));
  schema_.links.push_back(std::move(link));
}

void SchemaReader::read_links(TypeDef& type, const TomlValue& table) {
  for (const TomlEntry& entry : table.entries)
    if (auto link = read_link(entry)) add_link(type, std::move(*link));
}

void SchemaReader::read_nests(TypeDef& type, const TomlValue& table) {
  for (const TomlEntry& entry : table.entries) {
    if (!is_free_name(entry, diagnostics_)) continue;
    if (entry.value.kind != TomlValue::Kind::table) {
      diagnostics_.error("bad-config", entry.value.where,
                         "a nest is declared by a table, such as " + entry.key + " = { type = \"criterion\" }");
      continue;
    }
    NestDef nest;
    nest.name = entry.key;
    nest.where = entry.key_where;
    TableReader reader(entry.value, "the nest " + entry.key, diagnostics_);
    std::string of, up = type.name;
    const TomlValue* named = reader.text("type", of);
    reader.text("link", up);
    reader.finish();
    if (entry.value.find("type") == nullptr)
      diagnostics_.error("bad-config", entry.key_where, "a nest needs the type of its items");
    if (named == nullptr) continue;
    const auto inner = type_named(of, named->where);
    if (!inner) continue;
    nest.type = *inner;
    TypeDef& child = schema_.types[*inner];
    child.nested = true;
    LinkDef link;
    link.name = up;
    link.where = entry.key_where;
    link.to = {*schema_.find(type.name)};
    link.max = 1;
    link.up = true;
    link.reads = "is part of";
    link.reads_back = "has";
    add_link(child, std::move(link));
    (void)schema_.link(child, up, &nest.link);
    replace_by_name(type.nests, std::move(nest));
  }
}

void SchemaReader::read_covered_by(TypeDef& type, const TomlValue& table) {
  TableReader reader(table, "[type." + type.name + ".covered_by]", diagnostics_);
  std::vector<std::string> names;
  if (const TomlValue* value = reader.texts("any", names)) {
    type.covered_by.clear();
    for (std::size_t i = 0; i < names.size(); ++i)
      if (const auto id = type_named(names[i], value->items[i].where)) type.covered_by.push_back(*id);
  }
  reader.finish();
}

void SchemaReader::check_statuses(const TypeDef& type) {
  for (const LinkId link : type.links)
    for (const StatusName& status : schema_.links[link].optional_for)
      if (std::find(type.status.begin(), type.status.end(), status.name) == type.status.end())
        diagnostics_.error("bad-config", status.where, "a " + type.name + " has no status \"" + status.name + "\"")
            .help = "it is " + join_words(type.status, "or");
}

Schema SchemaReader::finish() {
  const std::vector<std::string> usual_status{"draft", "current", "superseded", "withdrawn"};
  for (TypeDef& type : schema_.types) {
    if (type.status.empty()) type.status = usual_status;
    if (type.folder.empty() && !type.nested && type.name != "page" && !mistaken_.contains(type.name))
      diagnostics_.error("bad-config", type.where, "the type " + type.name + " has no folder").help =
          "say where its items are, such as folder = \"" + type.name + "s\", or nest it in another type";
    for (const FieldDef& field : any_.fields)
      if (type.field(field.name) == nullptr) {
        type.fields.push_back(field);
        type.fields.back().common = true;
      }
    for (FieldDef& field : type.fields)
      if (field.kind == FieldKind::status) field.choices = type.status;
    check_statuses(type);
    for (const LinkDef& link : any_.links)
      if (schema_.link(type, link.name) == nullptr) add_link(type, link);
  }
  check_schema(schema_, named_fields_, diagnostics_);
  return std::move(schema_);
}

}  // namespace

Schema read_schema(const TomlValue& built_in, const TomlValue& site, Diagnostics& diagnostics) {
  SchemaReader reader(diagnostics);
  reader.declare(built_in);
  reader.declare(site);
  reader.read(built_in);
  reader.read(site);
  return reader.finish();
}

}  // namespace framewright
