#include "register/import_csv.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

#include "base/text.h"
#include "model/built_in.h"
#include "port/toml.h"
#include "register/data_table.h"
#include "register/import_sheet.h"

namespace framewright {

namespace {

constexpr std::string_view supplier_prefix = "supplier.";

std::string bare(std::string_view heading) {
  std::string out;
  for (const char c : ascii_lower(heading))
    if (is_ascii_letter(c) || is_digit(c)) out += c;
  return out;
}

class CsvReader {
public:
  CsvReader(const CsvImport& source, const Schema& schema, ImportReport& report)
      : source_(source), type_(schema.types[*schema.find("contract")]), schema_(schema), report_(report) {}

  ImportedRegister read();

private:
  void add_names();
  std::string field_of(const std::string& heading) const;
  void check_ids(const std::vector<ImportedItem>& items);
  void name_suppliers();
  void number_suppliers(ImportedItem& item);
  std::string with_lost_zero(const std::string& field, const std::string& number, const ImportedItem& item);
  void read_companions();
  void read_companion(const CsvCompanion& companion, const DataTable& table);
  void add_parts(std::vector<ImportedItem>&& rows, const DataTable& table);
  void note_missing_suppliers();

  const CsvImport& source_;
  const TypeDef& type_;
  const Schema& schema_;
  ImportReport& report_;
  std::map<std::string, std::string, std::less<>> names_;  // bare headings and their fields
  ImportedRegister result_;
  SupplierNames suppliers_{result_, report_, false};
};

void CsvReader::add_names() {
  Diagnostics none;
  for (const std::string_view name : schema_.names(type_))
    if (type_.nest(name) == nullptr) names_.try_emplace(bare(name), name);
  for (const std::string_view name : {"id", "title"}) names_.try_emplace(std::string(name), name);
  for (const FieldDef& field : type_.fields)
    if (!field.label.empty()) names_.try_emplace(bare(field.label), field.name);
  for (const TomlEntry& entry : parse_toml(built_in_register_headings(), no_file, 0, none).root.entries)
    for (const TomlValue& heading : entry.value.items) names_.try_emplace(bare(heading.text), entry.key);
}

std::string CsvReader::field_of(const std::string& heading) const {
  if (const auto mapped = source_.settings->columns.find(heading); mapped != source_.settings->columns.end())
    return mapped->second;
  const auto named = names_.find(bare(heading));
  return named == names_.end() ? std::string() : named->second;
}

void CsvReader::check_ids(const std::vector<ImportedItem>& items) {
  std::unordered_map<std::string_view, Span> ids;
  for (const ImportedItem& item : items)
    if (const auto [first, fresh] = ids.try_emplace(item.id, item.where); !fresh)
      report_.error("duplicate-id", item.where, "two rows have the id \"" + item.id + "\"", first->second,
                    "it stands here first");
}

std::string CsvReader::with_lost_zero(const std::string& field, const std::string& number, const ImportedItem& item) {
  const bool lost =
      field == "company_number" && number.size() == 7 && std::all_of(number.begin(), number.end(), is_digit);
  if (lost)
    report_.note("a company number of seven digits was given the zero that it had lost", number + " in " + item.id);
  return (lost ? "0" : "") + number;
}

// The numbers of a supplier stand in columns of their own; whose they are is certain for one supplier alone.
void CsvReader::number_suppliers(ImportedItem& item) {
  for (auto at = item.fields.lower_bound(supplier_prefix);
       at != item.fields.end() && at->first.starts_with(supplier_prefix); at = item.fields.erase(at)) {
    const std::string field = at->first.substr(supplier_prefix.size()), &number = at->second.front();
    const auto held = item.fields.find("supplier");
    if (held == item.fields.end() || held->second.size() != 1)
      report_.note(field + " was left out where a contract has not one supplier", number + " in " + item.id);
    else
      suppliers_.set(suppliers_.by_id(held->second.front()), field, with_lost_zero(field, number, item));
  }
}

void CsvReader::name_suppliers() {
  for (ImportedItem& item : result_.contracts) {
    if (const auto named = item.fields.find("supplier"); named != item.fields.end())
      for (std::string& name : named->second) name = suppliers_.named(name).id;
    number_suppliers(item);
  }
}

void CsvReader::add_parts(std::vector<ImportedItem>&& rows, const DataTable& table) {
  std::unordered_map<std::string_view, ImportedItem*> contracts;
  for (ImportedItem& item : result_.contracts) contracts.emplace(item.id, &item);
  for (ImportedItem& row : rows) {
    const auto owner = contracts.find(row.id);
    if (owner == contracts.end())
      report_.note("a row of " + table.name + ".csv was left out: its contract is not in the register", "of " + row.id);
    else
      owner->second->parts.push_back({table.nest->name, std::move(row.fields)});
  }
}

void CsvReader::read_companion(const CsvCompanion& companion, const DataTable& table) {
  const bool nested = table.rows == DataTable::Rows::nested;
  ImportSheet sheet;
  sheet.text = companion.text;
  sheet.file = companion.file;
  sheet.published = true;
  sheet.key = nested ? "contract" : "id";
  sheet.whose = nested ? "a contract" : table.name == "grants" ? "a grant" : "a supplier";
  sheet.field_of = [&](const std::string& heading) {
    const bool known = std::any_of(table.columns.begin(), table.columns.end(),
                                   [&](const DataColumn& column) { return column.name == heading; });
    return known ? heading : std::string();
  };
  std::vector<ImportedItem> rows = read_sheet(sheet, schema_, schema_.types[table.type], report_);
  if (nested) {
    add_parts(std::move(rows), table);
    return;
  }
  check_ids(rows);
  (table.name == "grants" ? result_.grants : result_.suppliers) = std::move(rows);
}

void CsvReader::read_companions() {
  const std::vector<DataTable> tables = data_tables(schema_);
  for (const CsvCompanion& companion : source_.companions)
    for (const DataTable& table : tables)
      if (table.name == companion.table && is_readable(companion.text, companion.file, report_))
        read_companion(companion, table);
  note_missing_suppliers();
}

void CsvReader::note_missing_suppliers() {
  std::set<std::string_view> known;
  for (const ImportedItem& supplier : result_.suppliers) known.insert(supplier.id);
  for (const ImportedItem& item : result_.contracts)
    if (const auto held = item.fields.find("supplier"); held != item.fields.end())
      for (const std::string& id : held->second)
        if (!known.contains(id))
          report_.note(
              "a supplier is named by an id alone: put the suppliers.csv that was published with this file beside it",
              id + " in " + item.id);
}

ImportedRegister CsvReader::read() {
  if (!is_readable(source_.text, source_.file, report_)) return {};
  add_names();
  ImportSheet sheet;
  sheet.text = source_.text;
  sheet.file = source_.file;
  sheet.published = is_published_register(source_.text);
  sheet.separator = source_.settings->list_separator;
  sheet.date_format = source_.date_format;
  sheet.usual_date_format = sheet.published ? SourceSettings().date_format : source_.settings->date_format;
  sheet.field_of = [this](const std::string& heading) { return field_of(heading); };
  result_.contracts = read_sheet(sheet, schema_, type_, report_);
  check_ids(result_.contracts);
  if (sheet.published)
    read_companions();
  else
    name_suppliers();
  return std::move(result_);
}

}  // namespace

bool is_published_register(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text.starts_with("id,title,description,department,buyer,supplier,");
}

std::vector<std::string> companion_tables(const Schema& schema) {
  std::vector<std::string> names;
  for (const DataTable& table : data_tables(schema))
    if (table.rows == DataTable::Rows::items || table.rows == DataTable::Rows::nested) names.push_back(table.name);
  return names;
}

ImportedRegister import_csv(const CsvImport& source, const Schema& schema, ImportReport& report) {
  return CsvReader(source, schema, report).read();
}

}  // namespace framewright
