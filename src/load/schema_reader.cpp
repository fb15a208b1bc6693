#include "load/schema_reader.h"

#include <algorithm>

#include "base/text.h"
#include "load/table_reader.h"

namespace framewright {

namespace {

const TomlValue* table_of(const TomlValue& root, std::string_view key) {
  const TomlValue* value = root.find(key);
  return value != nullptr && value->kind == TomlValue::Kind::table ? value : nullptr;
}

// "Review by" of review_by.
std::string label_of(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
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
    std::vector<const TomlEntry*> links;
  };

  void read_any(const TomlValue& table);
  void read_type(TypeDef& type, const TomlEntry& entry);
  void read_texts(TypeDef& type, TableReader& reader);
  void read_links(TypeDef& type, const TomlValue& table);
  void read_nests(TypeDef& type, const TomlValue& table);
  void read_covered_by(TypeDef& type, const TomlValue& table);
  std::optional<FieldDef> read_field(const TomlEntry& entry);
  std::optional<LinkDef> read_link(const TomlEntry& entry);
  std::optional<Pattern> read_pattern(TableReader& reader, std::string_view key);
  std::optional<TypeId> type_named(const std::string& name, Span where);
  void add_link(TypeDef& type, LinkDef link);

  Schema schema_;
  Any any_;
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
  if (const TomlValue* any = table_of(root, "any")) read_any(*any);
  const TomlValue* types = table_of(root, "type");
  if (types == nullptr) return;
  for (const TomlEntry& entry : types->entries) {
    if (entry.value.kind != TomlValue::Kind::table) {
      diagnostics_.error("bad-config", entry.value.where, "a type is written as a table, [type." + entry.key + "]");
      continue;
    }
    read_type(schema_.types[*schema_.find(entry.key)], entry);
  }
}

void SchemaReader::read_any(const TomlValue& table) {
  TableReader reader(table, "[any]", diagnostics_);
  if (const TomlValue* fields = reader.table("field"))
    for (const TomlEntry& entry : fields->entries)
      if (auto field = read_field(entry)) replace_by_name(any_.fields, std::move(*field));
  if (const TomlValue* links = reader.table("link"))
    for (const TomlEntry& entry : links->entries) any_.links.push_back(&entry);
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
      if (auto def = read_field(field)) replace_by_name(type.fields, std::move(*def));
  if (const TomlValue* links = reader.table("link")) read_links(type, *links);
  if (const TomlValue* nests = reader.table("nest")) read_nests(type, *nests);
  if (const TomlValue* covered = reader.table("covered_by")) read_covered_by(type, *covered);
  if (const TomlValue* range = reader.table("range")) {
    RangeDef def;
    TableReader ends(*range, "[type." + type.name + ".range]", diagnostics_);
    ends.text("from", def.from);
    ends.text("over", def.over);
    ends.text("to", def.to);
    ends.text("below", def.below);
    ends.finish();
    type.range = std::move(def);
  }
  reader.finish();
}

void SchemaReader::read_texts(TypeDef& type, TableReader& reader) {
  reader.text("folder", type.folder);
  while (type.folder.ends_with('/')) type.folder.pop_back();
  reader.text("reads", type.reads);
  reader.text("says", type.says);
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
  reader.texts("title_from", type.title_from);
  reader.texts("expected_metadata", type.expected_metadata);
}

std::optional<Pattern> SchemaReader::read_pattern(TableReader& reader, std::string_view key) {
  std::string written, example;
  const TomlValue* value = reader.text(key, written);
  reader.text("example", example);
  if (value == nullptr) return std::nullopt;
  try {
    return Pattern{written, std::regex(written, std::regex::ECMAScript | std::regex::optimize), example};
  } catch (const std::regex_error&) {
    reader.wrong(value->where, "this is not a pattern that can be matched").help =
        "a pattern is a regular expression, such as \"S[0-9]+\"";
    return std::nullopt;
  }
}

std::optional<FieldDef> SchemaReader::read_field(const TomlEntry& entry) {
  if (entry.value.kind != TomlValue::Kind::table) {
    diagnostics_.error("bad-config", entry.value.where,
                       "a field is declared by a table, such as " + entry.key + " = { kind = \"text\" }");
    return std::nullopt;
  }
  FieldDef field;
  field.name = entry.key;
  field.where = entry.key_where;
  TableReader reader(entry.value, "the field " + entry.key, diagnostics_);
  std::string kind = "text";
  const TomlValue* kind_value = reader.text("kind", kind);
  if (const auto known = field_kind(kind)) {
    field.kind = *known;
  } else {
    reader.wrong(kind_value->where, "there is no kind of field \"" + kind + "\"").help =
        "the kinds are text, inline, markdown, integer, money, date, month, year, dated, boolean, choice, status, url "
        "and email";
  }
  reader.flag("list", field.list);
  reader.flag("required", field.required);
  reader.texts("choices", field.choices);
  reader.texts("between", field.between);
  reader.text("from", field.from);
  reader.text("says", field.says);
  field.label = label_of(field.name);
  reader.text("label", field.label);
  field.pattern = read_pattern(reader, "pattern");
  if (field.kind == FieldKind::choice && field.choices.empty())
    reader.wrong(entry.key_where, "a field of the kind choice needs choices").help =
        entry.key + " = { kind = \"choice\", choices = [\"one\", \"two\"] }";
  reader.finish();
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
  if (targets == nullptr) reader.missing("to, the types that it leads to");
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (to[i] == "any") continue;
    if (const auto type = type_named(to[i], targets->items[i].where)) link.to.push_back(*type);
  }
  reader.count("min", link.min);
  reader.count("max", link.max);
  reader.flag("circle", link.circle);
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
    NestDef nest;
    nest.name = entry.key;
    nest.where = entry.key_where;
    TableReader reader(entry.value, "the nest " + entry.key, diagnostics_);
    std::string of, up = type.name;
    const TomlValue* named = reader.text("type", of);
    reader.text("link", up);
    reader.finish();
    if (named == nullptr) {
      diagnostics_.error("bad-config", entry.key_where, "a nest needs the type of its items");
      continue;
    }
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

Schema SchemaReader::finish() {
  std::vector<LinkDef> any_links;
  for (const TomlEntry* entry : any_.links)
    if (auto link = read_link(*entry)) any_links.push_back(std::move(*link));
  const std::vector<std::string> usual_status{"draft", "current", "superseded", "withdrawn"};
  for (TypeDef& type : schema_.types) {
    if (type.status.empty()) type.status = usual_status;
    if (type.folder.empty() && !type.nested && type.name != "page")
      diagnostics_.error("bad-config", type.where, "the type " + type.name + " has no folder").help =
          "say where its items are, such as folder = \"" + type.name + "s\", or nest it in another type";
    for (const FieldDef& field : any_.fields)
      if (type.field(field.name) == nullptr) {
        type.fields.push_back(field);
        type.fields.back().common = true;
      }
    for (FieldDef& field : type.fields)
      if (field.kind == FieldKind::status) field.choices = type.status;
    for (const LinkDef& link : any_links)
      if (schema_.link(type, link.name) == nullptr) add_link(type, link);
  }
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
