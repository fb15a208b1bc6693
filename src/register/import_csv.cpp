#include "register/import_csv.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "model/built_in.h"
#include "port/csv.h"
#include "port/toml.h"
#include "register/register_csv.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, 10> date_formats{"%Y-%m-%d", "%e/%m/%Y", "%m/%e/%Y", "%e-%m-%Y", "%m-%e-%Y",
                                                        "%e.%m.%Y", "%e %B %Y", "%e %b %Y", "%e-%b-%Y", "%e/%m/%y"};

std::string bare(std::string_view heading) {
  std::string out;
  for (const char c : ascii_lower(heading))
    if (is_ascii_letter(c) || is_digit(c)) out += c;
  return out;
}

struct Column {
  std::string heading, field;  // the field is empty where none is known
  const FieldDef* def = nullptr;
  std::string date_format;
  Span where;
};

class CsvReader {
public:
  CsvReader(const CsvImport& source, const Schema& schema, ImportReport& report)
      : source_(source), type_(schema.types[*schema.find("contract")]), schema_(schema), report_(report) {}

  ImportedRegister read();

private:
  void add_names();
  void read_headings(const CsvRow& row);
  void find_date_format(std::size_t column);
  void read_row(const CsvRow& row);
  void read_cell(ImportedItem& item, const Column& column, const CsvCell& cell);
  std::vector<std::string> parts_of(std::string_view text, bool list) const;
  void read_suppliers(ImportedItem& item, std::string_view text);
  void read_numbers(const ImportedItem& item, const CsvRow& row);
  std::optional<std::string> value_of(const Column& column, std::string_view text, Span where);
  void bad(Span where, const Column& column, std::string_view text, const std::string& what, const std::string& help) {
    report_.error("bad-value", where, column.heading + ": \"" + std::string(text) + "\" is " + what, help);
  }

  const CsvImport& source_;
  const TypeDef& type_;
  const Schema& schema_;
  ImportReport& report_;
  std::map<std::string, std::string, std::less<>> names_;  // bare headings and their fields
  std::vector<Column> columns_;
  std::vector<CsvRow> rows_;
  bool published_ = false;  // a register.csv of this program: suppliers by their ids, cells guarded
  ImportedRegister result_;
  SupplierNames suppliers_{result_, report_};
  std::unordered_map<std::string, Span> ids_;
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

void CsvReader::read_headings(const CsvRow& row) {
  for (const CsvCell& cell : row.cells) {
    Column column;
    column.heading = std::string(trim(cell.text));
    column.where = cell.where;
    const auto mapped = source_.settings->columns.find(column.heading);
    const auto named = names_.find(bare(column.heading));
    if (mapped != source_.settings->columns.end())
      column.field = mapped->second;
    else if (named != names_.end())
      column.field = named->second;
    else
      report_.note("column \"" + column.heading + "\" was left out: no field is known by this heading");
    for (const Column& other : columns_)
      if (!column.field.empty() && other.field == column.field)
        report_.error("unknown-field", cell.where,
                      "\"" + other.heading + "\" and \"" + column.heading + "\" both hold the field " + column.field,
                      "say in site.toml which one does, and give the other the field \"\"");
    column.def = type_.field(column.field);
    columns_.push_back(std::move(column));
  }
  constexpr std::array<std::string_view, 6> own{"id", "title", "description", "department", "buyer", "supplier"};
  published_ = std::equal(own.begin(), own.end(), columns_.begin(),
                          columns_.begin() + std::min<std::ptrdiff_t>(std::ssize(own), std::ssize(columns_)),
                          [](std::string_view name, const Column& column) { return column.heading == name; });
  if (published_)
    report_.note("suppliers were read as ids, as in a published register.csv: take suppliers.csv from beside it");
  const bool has_id = std::any_of(columns_.begin(), columns_.end(), [](const Column& c) { return c.field == "id"; });
  if (!has_id)
    report_.error("missing-field", row.where, "no column holds the id of a contract",
                  "map it in site.toml: columns = { \"Contract ref\" = \"id\" }");
}

// The one format by which every date of the column can be read, and no other in another way.
void CsvReader::find_date_format(std::size_t index) {
  Column& column = columns_[index];
  std::vector<std::string_view> left(date_formats.begin(), date_formats.end());
  if (!source_.date_format.empty()) left = {source_.date_format};
  const CsvCell* sample = nullptr;
  for (const CsvRow& row : rows_) {
    if (index >= row.cells.size()) continue;
    const std::string_view text = trim(row.cells[index].text);
    if (text.empty()) continue;
    std::vector<std::string_view> still;
    for (const std::string_view format : left)
      if (parse_date(text, format)) still.push_back(format);
    if (!still.empty()) {
      left = std::move(still);
      if (sample == nullptr) sample = &row.cells[index];
      continue;
    }
    const bool other = std::any_of(date_formats.begin(), date_formats.end(),
                                   [&](std::string_view format) { return parse_date(text, format).has_value(); });
    bad(row.cells[index].where, column, text,
        other ? "a date in another form than those above it, or than --date-format" : "no date that can be read",
        "write the dates of a column in one form, and say which with --date-format");
  }
  if (left.size() > 1 && sample != nullptr)
    report_.error("bad-value", sample->where,
                  column.heading + ": \"" + std::string(trim(sample->text)) +
                      "\" may be read in more than one way, and no date of the column says which",
                  "say how dates are written: --date-format \"%d/%m/%Y\"");
  column.date_format = std::string(left.front());
}

std::optional<std::string> CsvReader::value_of(const Column& column, std::string_view text, Span where) {
  const FieldKind kind = column.def == nullptr ? FieldKind::text : column.def->kind;
  const std::string lower = ascii_lower(text);
  const bool yes = lower == "yes" || lower == "y" || lower == "true",
             no = lower == "no" || lower == "n" || lower == "false";
  switch (kind) {
    case FieldKind::money:
      if (const auto money = parse_money(text)) return decimal_money(*money);
      bad(where, column, text, "no amount that can be read for certain", "write it as 1234.50, 1,234.50 or £1,234.50");
      return std::nullopt;
    case FieldKind::date:
      if (const auto date = parse_date(text, column.date_format)) return iso_date(*date);
      return std::nullopt;  // reported for the column
    case FieldKind::integer:
      if (std::all_of(text.begin(), text.end(), is_digit) && text.size() < 16) return std::string(text);
      bad(where, column, text, "no whole number", "write it in digits alone");
      return std::nullopt;
    case FieldKind::boolean:
      if (yes || no) return std::string(yes ? "true" : "false");
      bad(where, column, text, "neither yes nor no", "write yes or no");
      return std::nullopt;
    case FieldKind::choice:
    case FieldKind::status: {
      const std::vector<std::string>& choices = kind == FieldKind::status ? type_.status : column.def->choices;
      for (const std::string& choice : choices)
        if (lower == ascii_lower(choice) || (yes && choice == "yes") || (no && choice == "no")) return choice;
      report_.note(column.field + " was left out where it is \"" + std::string(text) + "\": it takes " +
                   join_words(choices, "or"));
      return std::nullopt;
    }
    case FieldKind::inline_markdown: return markdown_of(text, published_);
    default: return std::string(text);
  }
}

void CsvReader::read_suppliers(ImportedItem& item, std::string_view text) {
  while (!text.empty())
    if (const std::string_view name = trim(next_field(text, source_.settings->list_separator)); !name.empty())
      item.fields["supplier"].push_back(suppliers_.named(std::string(name)).id);
}

std::vector<std::string> CsvReader::parts_of(std::string_view text, bool list) const {
  if (published_) return list ? parse_list_cell(text) : std::vector<std::string>{unguarded_cell(text)};
  if (!list) return {std::string(text)};
  std::vector<std::string> parts;
  while (!text.empty())
    if (const std::string_view part = trim(next_field(text, source_.settings->list_separator)); !part.empty())
      parts.emplace_back(part);
  return parts;
}

void CsvReader::read_cell(ImportedItem& item, const Column& column, const CsvCell& cell) {
  std::string_view text = trim(cell.text);
  if (text.empty() || column.field.empty() || column.field.starts_with("supplier.")) return;
  if (column.field == "id") {
    item.id = published_ ? unguarded_cell(text) : std::string(text);
    return;
  }
  if (column.field == "supplier" && !published_) {
    read_suppliers(item, text);
    return;
  }
  const LinkDef* link = schema_.link(type_, column.field);
  const bool list = column.def == nullptr ? link != nullptr && !link->one() : column.def->list;
  for (const std::string& part : parts_of(text, list))
    if (auto value = value_of(column, part, cell.where)) item.fields[column.field].push_back(std::move(*value));
}

// The numbers of a supplier stand in columns of their own; whose they are is certain for one supplier alone.
void CsvReader::read_numbers(const ImportedItem& item, const CsvRow& row) {
  constexpr std::string_view prefix = "supplier.";
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (!columns_[i].field.starts_with(prefix)) continue;
    std::string number(trim(row.cells[i].text));
    if (number.empty()) continue;
    const auto held = item.fields.find("supplier");
    if (held == item.fields.end() || held->second.size() != 1) {
      report_.note("\"" + columns_[i].heading + "\" of " + item.id + " was left out: it has not one supplier");
      continue;
    }
    const std::string field = columns_[i].field.substr(prefix.size());
    if (field == "company_number" && number.size() == 7 && std::all_of(number.begin(), number.end(), is_digit)) {
      report_.note("company number " + number + " was given the zero that it had lost");
      number.insert(0, 1, '0');
    }
    const auto supplier = std::find_if(result_.suppliers.rbegin(), result_.suppliers.rend(),
                                       [&](const ImportedItem& each) { return each.id == held->second.front(); });
    suppliers_.set(*supplier, field, number);
  }
}

void CsvReader::read_row(const CsvRow& row) {
  if (row.cells.size() != columns_.size()) {
    report_.error("unreadable-file", row.where,
                  "this row has " + counted(row.cells.size(), "cell", "cells") + ", the heading row has " +
                      std::to_string(columns_.size()),
                  "put quotation marks round a cell with a comma in it");
    return;
  }
  ImportedItem item;
  item.where = row.where;
  for (std::size_t i = 0; i < columns_.size(); ++i) read_cell(item, columns_[i], row.cells[i]);
  read_numbers(item, row);
  if (item.id.empty()) {
    report_.error("missing-field", row.where, "this row has no id");
    return;
  }
  const auto [first, fresh] = ids_.try_emplace(item.id, row.where);
  if (!fresh)
    report_.error("duplicate-id", row.where, "two rows have the id \"" + item.id + "\"", first->second,
                  "it stands here first");
  result_.contracts.push_back(std::move(item));
}

ImportedRegister CsvReader::read() {
  add_names();
  Diagnostics found;
  (void)read_csv(
      source_.text, source_.file, 0, [&](CsvRow&& row) { rows_.push_back(std::move(row)); }, found);
  report_.merge(std::move(found));
  if (rows_.empty()) {
    if (!report_.has_errors()) report_.error("unreadable-file", {source_.file, 0, 0}, "this file is empty");
    return {};
  }
  read_headings(rows_.front());
  rows_.erase(rows_.begin());
  const bool usable = !report_.has_errors();
  for (std::size_t i = 0; usable && i < columns_.size(); ++i)
    if (columns_[i].def != nullptr && columns_[i].def->kind == FieldKind::date) find_date_format(i);
  for (std::size_t i = 0; usable && i < rows_.size(); ++i) read_row(rows_[i]);
  return std::move(result_);
}

}  // namespace

ImportedRegister import_csv(const CsvImport& source, const Schema& schema, ImportReport& report) {
  return CsvReader(source, schema, report).read();
}

}  // namespace framewright
