#include "cli/types_schema.h"

#include <limits>

#include "cli/schema_words.h"
#include "port/json.h"

namespace framewright {

namespace {

constexpr std::string_view dialect = "https://json-schema.org/draft/2020-12/schema";

class SchemaWriter {
public:
  explicit SchemaWriter(const Schema& schema) : schema_(schema), json_(out_, JsonWriter::Layout::pretty) {}

  std::string all();
  std::string collection(TypeId type);

private:
  void write_definitions();
  void write_item(TypeId id);
  void write_field(const FieldDef& field);
  void write_kind(const FieldDef& field);
  void write_link(const LinkDef& link);
  void write_nest(const NestDef& nest);
  void write_waivers();
  void write_required(const TypeDef& type, const std::vector<std::string>& required);
  void write_texts(std::string_view key, const std::vector<std::string>& texts);
  void write_string(std::string_view format) { json_.field("type", "string").field("format", format); }
  void refer_to(TypeId type) { json_.field("$ref", "#/$defs/" + schema_.types[type].name); }

  const Schema& schema_;
  std::string out_;
  JsonWriter json_;
};

void SchemaWriter::write_texts(std::string_view key, const std::vector<std::string>& texts) {
  json_.key(key).begin_array();
  for (const std::string& text : texts) json_.value(text);
  json_.end_array();
}

void SchemaWriter::write_kind(const FieldDef& field) {
  switch (field.kind) {
    case FieldKind::text:
    case FieldKind::inline_markdown:
    case FieldKind::markdown:
    case FieldKind::dated: json_.field("type", "string"); break;
    case FieldKind::integer: json_.field("type", "integer"); break;
    case FieldKind::year: json_.field("type", "integer").field("minimum", 1000).field("maximum", 9999); break;
    case FieldKind::month: json_.field("type", "integer").field("minimum", 1).field("maximum", 12); break;
    case FieldKind::money:
      write_texts("type", {"number", "string"});
      json_.field("pattern", "^-?£?[0-9,]+([.][0-9]{2})?$");
      break;
    case FieldKind::date: write_string("date"); break;
    case FieldKind::boolean: json_.field("type", "boolean"); break;
    case FieldKind::choice:
    case FieldKind::status: write_texts("enum", field.choices); break;
    case FieldKind::url: write_string("uri"); break;
    case FieldKind::email: write_string("email"); break;
  }
  if (field.pattern) json_.field("pattern", "^(?:" + field.pattern->form.written() + ")$");
}

void SchemaWriter::write_field(const FieldDef& field) {
  json_.begin_object();
  json_.field("title", field.label).field_if("description", field_says(field));
  if (field.list) {
    json_.field("type", "array").key("items").begin_object();
    write_kind(field);
    json_.end_object();
  } else {
    write_kind(field);
  }
  json_.end_object();
}

void SchemaWriter::write_link(const LinkDef& link) {
  json_.begin_object();
  json_.field("description", "Ids: " + target_words(schema_, link) + ", " + count_words(link));
  json_.key("anyOf").begin_array();
  json_.begin_object().field("type", "string").end_object();
  json_.begin_object().field("type", "array");
  json_.key("items").begin_object().field("type", "string").end_object();
  if (is_always_required(link)) json_.field("minItems", link.min);
  if (link.max != std::numeric_limits<std::size_t>::max()) json_.field("maxItems", link.max);
  json_.end_object().end_array().end_object();
}

void SchemaWriter::write_nest(const NestDef& nest) {
  json_.begin_object().field("type", "array").key("items").begin_object();
  refer_to(nest.type);
  json_.end_object().end_object();
}

void SchemaWriter::write_waivers() {
  json_.key("waive").begin_object().field("description", "Findings that may stand").field("type", "array");
  json_.key("items").begin_object().field("type", "object").key("properties").begin_object();
  for (const std::string_view name : {"rule", "reason"})
    json_.key(name).begin_object().field("type", "string").end_object();
  json_.key("until").begin_object();
  write_string("date");
  json_.end_object().end_object();
  write_texts("required", {"rule", "reason"});
  json_.field("additionalProperties", false).end_object().end_object();
}

// What completes an item of a collection may leave out what stands there.
void SchemaWriter::write_required(const TypeDef& type, const std::vector<std::string>& required) {
  if (type.nested || type.field("completes") == nullptr) return write_texts("required", required);
  json_.key("anyOf").begin_array();
  for (const std::vector<std::string>& names : {required, {"completes"}}) {
    json_.begin_object();
    write_texts("required", names);
    json_.end_object();
  }
  json_.end_array();
}

void SchemaWriter::write_item(TypeId id) {
  const TypeDef& type = schema_.types[id];
  std::vector<std::string> required;
  json_.begin_object().field("title", type.label).field("type", "object");
  json_.key("properties").begin_object();
  json_.key("text").begin_object().field("description", "The body, in Markdown").field("type", "string").end_object();
  for (const FieldDef& field : type.fields) {
    json_.key(field.name);
    write_field(field);
    if (field.required) required.push_back(field.name);
  }
  for (const LinkId link_id : type.links) {
    const LinkDef& link = schema_.links[link_id];
    if (link.up) continue;
    json_.key(link.name);
    write_link(link);
    if (is_always_required(link)) required.push_back(link.name);
  }
  for (const NestDef& nest : type.nests) {
    json_.key(nest.name);
    write_nest(nest);
  }
  write_waivers();
  json_.end_object();
  if (!required.empty()) write_required(type, required);
  json_.field("additionalProperties", false).end_object();
}

void SchemaWriter::write_definitions() {
  json_.key("$defs").begin_object();
  for (std::size_t i = 0; i < schema_.types.size(); ++i) {
    json_.key(schema_.types[i].name);
    write_item(static_cast<TypeId>(i));
  }
  json_.end_object();
}

std::string SchemaWriter::all() {
  json_.begin_object().field("$schema", dialect).field("title", "Types of item");
  write_definitions();
  json_.end_object();
  return out_ + "\n";
}

std::string SchemaWriter::collection(TypeId type) {
  json_.begin_object().field("$schema", dialect).field("title", schema_.types[type].plural);
  json_.field("type", "object").key("additionalProperties").begin_object();
  refer_to(type);
  json_.end_object();
  write_definitions();
  json_.end_object();
  return out_ + "\n";
}

}  // namespace

std::string types_schema(const Schema& schema) { return SchemaWriter(schema).all(); }

std::string collection_schema(const Schema& schema, TypeId type) { return SchemaWriter(schema).collection(type); }

}  // namespace framewright
