#include "register/csvw.h"

#include <algorithm>

#include "base/text.h"
#include "port/json.h"
#include "register/licence.h"

namespace framewright {

namespace {

// Names of columns are those of variables of URI templates (RFC 6570).
std::string variable_name(std::string_view name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    if (is_ascii_letter(c) || is_digit(c) || c == '_') {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

// A choice as it stands in a regular expression.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\^$.|?*+()[]{}-").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// The form of the texts of a column as a regular expression; empty for any.
std::string form_of(const DataColumn& column) {
  if (column.def == nullptr) return {};
  std::vector<std::string> choices;
  if (column.kind() == FieldKind::choice)
    for (const std::string& choice : column.def->choices) choices.push_back(escaped(choice));
  if (!choices.empty()) return join(choices, "|");
  return column.def->pattern ? column.def->pattern->form.written() : std::string();
}

void write_datatype(JsonWriter& json, const DataColumn& column) {
  const auto type = [&](std::string_view base, std::string_view format) {
    json.key("datatype").begin_object().field("base", base).field_if("format", format).end_object();
  };
  switch (column.kind()) {
    case FieldKind::money: return type("decimal", "#0.00");
    case FieldKind::date: return type("date", "yyyy-MM-dd");
    case FieldKind::integer:
    case FieldKind::month:
    case FieldKind::year: return type("integer", {});
    case FieldKind::boolean: return type("boolean", "true|false");
    case FieldKind::url: return type("anyURI", {});
    default: return type("string", form_of(column));
  }
}

void write_column(JsonWriter& json, const DataColumn& column) {
  json.begin_object().field("name", variable_name(column.name)).field("titles", column.name);
  json.field_if("dc:description", column.says);
  if (column.source == DataColumn::Source::id || column.source == DataColumn::Source::contract)
    json.field("required", true);
  write_datatype(json, column);
  if (column.list) json.field("separator", ";");
  json.end_object();
}

void write_keys(JsonWriter& json, const DataTable& table) {
  if (table.rows == DataTable::Rows::holders) {
    json.key("primaryKey").begin_array();
    for (const DataColumn& column : table.columns) json.value(column.name);
    json.end_array();
  } else if (table.rows != DataTable::Rows::nested) {
    json.field("primaryKey", "id");
  }
  bool any = false;
  for (const DataColumn& column : table.columns) {
    if (column.refers_to.empty() || column.list) continue;  // a list is compared as a whole, and so refers to nothing
    if (!any) json.key("foreignKeys").begin_array();
    any = true;
    json.begin_object().field("columnReference", column.name).key("reference").begin_object();
    json.field("resource", std::string(column.refers_to) + ".csv").field("columnReference", "id");
    json.end_object().end_object();
  }
  if (any) json.end_array();
}

void write_table(JsonWriter& json, const DataTable& table) {
  json.begin_object().field("url", table.name + ".csv").field("dc:title", table.title);
  json.key("tableSchema").begin_object().key("columns").begin_array();
  for (const DataColumn& column : table.columns) write_column(json, column);
  json.end_array();
  write_keys(json, table);
  json.end_object().end_object();
}

}  // namespace

std::string csvw_metadata(const OpenData& data, const DataTable& table) {
  const Config& config = data.config();
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_object().key("@context").begin_array().value("http://www.w3.org/ns/csvw");
  json.begin_object().field("@language", config.language).end_object().end_array();
  json.field("dc:title", table.title).field_if("dc:publisher", config.organisation.name);
  if (const std::string licence = licence_address(config.contracts.licence); !licence.empty())
    json.key("dc:license").begin_object().field("@id", licence).end_object();
  json.key("tables").begin_array();
  write_table(json, table);
  for (const DataColumn& column : table.columns)
    if (!column.refers_to.empty() && !column.list) write_table(json, *data.table(column.refers_to));
  json.end_array().end_object();
  return out + "\n";
}

}  // namespace framewright
