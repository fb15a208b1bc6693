#include "register/data_package.h"

#include "port/json.h"
#include "register/licence.h"

namespace framewright {

namespace {

std::string_view simple_type(FieldKind kind) {
  switch (kind) {
    case FieldKind::integer:
    case FieldKind::month:
    case FieldKind::year: return "integer";
    case FieldKind::money: return "number";
    case FieldKind::date: return "date";
    case FieldKind::boolean: return "boolean";
    default: return "string";
  }
}

void write_constraints(JsonWriter& json, const DataTable& table, const DataColumn& column) {
  const bool id = column.source == DataColumn::Source::id && table.rows != DataTable::Rows::holders;
  const bool needed = id || table.rows == DataTable::Rows::holders || column.source == DataColumn::Source::contract;
  const bool choice = !column.list && column.kind() == FieldKind::choice && !column.def->choices.empty();
  const bool form = !column.list && column.def != nullptr && column.def->pattern.has_value();
  if (!needed && !choice && !form) return;
  json.key("constraints").begin_object();
  if (needed) json.field("required", true);
  if (id) json.field("unique", true);
  if (choice) {
    json.key("enum").begin_array();
    for (const std::string& each : column.def->choices) json.value(each);
    json.end_array();
  }
  if (form) json.field("pattern", column.def->pattern->form.written());
  json.end_object();
}

void write_field(JsonWriter& json, const DataTable& table, const DataColumn& column) {
  json.begin_object().field("name", column.name);
  if (column.list)
    json.field("type", "list").field("delimiter", ";").field("itemType", simple_type(column.kind()));
  else
    json.field("type", simple_type(column.kind()));
  if (!column.list && column.kind() == FieldKind::url) json.field("format", "uri");
  if (!column.list && column.kind() == FieldKind::boolean) {
    json.key("trueValues").begin_array().value("true").end_array();
    json.key("falseValues").begin_array().value("false").end_array();
  }
  json.field_if("description", column.says);
  write_constraints(json, table, column);
  json.end_object();
}

void write_keys(JsonWriter& json, const DataTable& table) {
  if (table.rows != DataTable::Rows::nested) {
    json.key("primaryKey").begin_array();
    for (const DataColumn& column : table.columns)
      if (column.source == DataColumn::Source::id || column.source == DataColumn::Source::contract)
        json.value(column.name);
    json.end_array();
  }
  bool any = false;
  for (const DataColumn& column : table.columns) {
    if (column.refers_to.empty() || column.list) continue;
    if (!any) json.key("foreignKeys").begin_array();
    any = true;
    json.begin_object().key("fields").begin_array().value(column.name).end_array();
    json.key("reference").begin_object().field("resource", column.refers_to);
    json.key("fields").begin_array().value("id").end_array().end_object().end_object();
  }
  if (any) json.end_array();
}

void write_resource(JsonWriter& json, const DataTable& table) {
  json.begin_object().field("name", table.name).field("type", "table").field("title", table.title);
  json.field("path", table.name + ".csv").field("format", "csv").field("mediatype", "text/csv");
  json.field("encoding", "utf-8").key("schema").begin_object();
  json.field("$schema", "https://datapackage.org/profiles/2.0/tableschema.json").key("fields").begin_array();
  for (const DataColumn& column : table.columns) write_field(json, table, column);
  json.end_array();
  write_keys(json, table);
  json.key("missingValues").begin_array().value("").end_array().end_object().end_object();
}

}  // namespace

std::string data_package(const OpenData& data) {
  const Config& config = data.config();
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_object().field("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
  json.field("name", "register").field("title", config.title).field_if("description", config.description);
  json.field_if("homepage", config.base_url);
  if (!config.contracts.licence.empty()) {
    json.key("licenses").begin_array().begin_object().field("name", config.contracts.licence);
    json.field_if("path", licence_address(config.contracts.licence)).end_object().end_array();
  }
  if (!config.organisation.name.empty()) {
    json.key("contributors").begin_array().begin_object().field("title", config.organisation.name);
    json.key("roles").begin_array().value("publisher").end_array().end_object().end_array();
  }
  json.key("resources").begin_array();
  for (const DataTable& table : data.tables) write_resource(json, table);
  json.end_array().end_object();
  return out + "\n";
}

}  // namespace framewright
