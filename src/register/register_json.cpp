#include "register/register_json.h"

#include <algorithm>
#include <map>

#include "register/licence.h"
#include "register/piece_writer.h"

namespace framewright {

namespace {

void write_value(JsonWriter& json, FieldKind kind, const std::string& value) {
  if (is_text(kind) || kind == FieldKind::date)
    json.value(value);
  else
    json.raw(value);
}

void write_values(JsonWriter& json, const DataColumn& column, const std::vector<std::string>& values) {
  if (values.empty()) return;
  json.key(column.name);
  if (!column.list) return write_value(json, column.kind(), values.front());
  json.begin_array();
  for (const std::string& value : values) write_value(json, column.kind(), value);
  json.end_array();
}

// The suppliers that a contract or a grant names, with what tells them apart.
void write_suppliers(JsonWriter& json, const OpenData& data, const DataColumn& column, ItemId item) {
  const Model& model = data.model();
  bool any = false;
  for (const Link& link : model.links_from(item)) {
    if (link.link != column.link || !data.is_shown(link.to)) continue;
    if (!any) json.key(column.name).begin_array();
    any = true;
    const Item& supplier = model.items[link.to];
    const TypeDef& type = model.type(supplier);
    json.begin_object().field("id", supplier.id).field_if("title", supplier.title);
    for (const std::string_view number : {"company_number", "charity_number"})
      if (const std::string* text = text_field(supplier, type, number)) json.field(number, *text);
    json.end_object();
  }
  if (any) json.end_array();
}

void write_columns(JsonWriter& json, const OpenData& data, const DataTable& table, ItemId item) {
  std::vector<std::string> values;
  for (const DataColumn& column : table.columns) {
    if (column.source == DataColumn::Source::contract) continue;
    if (column.refers_to == "suppliers") {
      write_suppliers(json, data, column, item);
      continue;
    }
    read_cell(data, column, item, no_item, values);
    write_values(json, column, values);
  }
}

void write_nested(JsonWriter& json, const OpenData& data, ItemId contract) {
  for (const DataTable& table : data.tables) {
    if (table.rows != DataTable::Rows::nested) continue;
    const std::vector<ItemId> nested = nested_items(data.model(), contract, *table.nest);
    if (nested.empty()) continue;
    json.key(table.name).begin_array();
    for (const ItemId item : nested) {
      json.begin_object();
      write_columns(json, data, table, item);
      json.end_object();
    }
    json.end_array();
  }
}

void write_total(JsonWriter& json, const Register& contracts, std::span<const ContractIndex> indexes) {
  const Total total = total_of(contracts, indexes);
  json.field("contracts", total.contracts)
      .key("value_net")
      .raw(decimal_money(total.value))
      .field("without_value", total.without_value)
      .key("annual_value")
      .raw(decimal_money(total.annual_value));
}

// Totals of all contracts, by the year in which they start and by department.
void write_totals(JsonWriter& json, const Register& contracts) {
  std::vector<ContractIndex> all;
  std::map<int, std::vector<ContractIndex>> by_year;
  std::vector<std::vector<ContractIndex>> by_department(contracts.departments.size());
  for (std::size_t i = 0; i < contracts.contracts.size(); ++i) {
    const auto index = static_cast<ContractIndex>(i);
    const Contract& contract = contracts.contracts[i];
    all.push_back(index);
    if (contract.start) by_year[static_cast<int>(contract.start->year())].push_back(index);
    if (contract.department != no_department) by_department[contract.department].push_back(index);
  }
  json.begin_object();
  write_total(json, contracts, all);
  json.key("by_start_year").begin_array();
  for (const auto& [year, indexes] : by_year) {
    json.begin_object().field("start_year", year);
    write_total(json, contracts, indexes);
    json.end_object();
  }
  json.end_array().key("by_department").begin_array();
  for (std::size_t i = 0; i < by_department.size(); ++i) {
    if (by_department[i].empty()) continue;
    json.begin_object().field("department", contracts.departments[i]);
    write_total(json, contracts, by_department[i]);
    json.end_object();
  }
  json.end_array().end_object();
}

// The beginning of the text, without the bracket that ends it.
void write_head(std::string& out, const OpenData& data) {
  const Config& config = data.config();
  const auto member = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    append_json_string(out, name);
    out += ": ";
    append_json_string(out, value);
    out += ",\n";
  };
  out += "{\n";
  member("title", config.title);
  member("publisher", config.organisation.name);
  member("source", config.base_url);
  member("licence", config.contracts.licence);
  member("licence_url", licence_address(config.contracts.licence));
  out += "\"totals\": ";
  JsonWriter json(out);
  write_totals(json, *data.contracts);
}

void write_table(PieceWriter& out, const OpenData& data, const DataTable& table, std::string_view name) {
  out.text += ",\n\"";
  out.text += name;
  out.text += "\": [";
  bool first = true;
  for_each_row(data, table, [&](ItemId item, ItemId) {
    out.text += first ? "\n" : ",\n";
    first = false;
    JsonWriter json(out.text);
    write_record(json, data, table, item);
    out.pass();
  });
  out.text += "\n]";
}

}  // namespace

void write_record(JsonWriter& json, const OpenData& data, const DataTable& table, ItemId item) {
  json.begin_object();
  write_columns(json, data, table, item);
  if (table.rows == DataTable::Rows::contracts) write_nested(json, data, item);
  const Item& written = data.model().items[item];
  if (!written.address.empty()) json.field("page", data.config().base_url + written.address);
  json.end_object();
}

void write_register_json(const OpenData& data, const ByteSink& sink) {
  PieceWriter out(sink);
  write_head(out.text, data);
  write_table(out, data, *data.table("register"), "contracts");
  write_table(out, data, *data.table("suppliers"), "suppliers");
  write_table(out, data, *data.table("grants"), "grants");
  out.text += "\n}\n";
  out.end();
}

void write_json_lines(const OpenData& data, std::span<const ItemId> contracts, const ByteSink& sink) {
  PieceWriter out(sink);
  const DataTable& table = *data.table("register");
  for (const ItemId contract : contracts) {
    JsonWriter json(out.text);
    write_record(json, data, table, contract);
    out.text += '\n';
    out.pass();
  }
  out.end();
}

}  // namespace framewright
