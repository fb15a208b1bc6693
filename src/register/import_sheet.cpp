#include "register/import_sheet.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "register/register_csv.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, 10> date_formats{"%Y-%m-%d", "%e/%m/%Y", "%m/%e/%Y", "%e-%m-%Y", "%m-%e-%Y",
                                                        "%e.%m.%Y", "%e %B %Y", "%e %b %Y", "%e-%b-%Y", "%e/%m/%y"};
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Column {
  std::string heading, field;  // the field is empty where none is known
  const FieldDef* def = nullptr;
  bool list = false;
  std::string date_format;
  Span where;
};

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

class SheetReader {
public:
  SheetReader(const ImportSheet& sheet, const Schema& schema, const TypeDef& type, ImportReport& report)
      : sheet_(sheet), schema_(schema), type_(type), report_(report) {}

  std::vector<ImportedItem> read();

private:
  void read_headings(const CsvRow& row);
  void require_key(const CsvRow& row);
  void find_date_format(std::size_t column);
  void narrow(std::vector<std::string_view>& formats, const Column& column, const CsvCell& cell);
  void read_row(const CsvRow& row);
  void read_cell(ImportedItem& item, const Column& column, const CsvCell& cell);
  std::string id_of(const CsvRow& row) const;
  std::vector<std::string> parts_of(std::string_view text, bool list) const;
  std::optional<std::string> value_of(const Column& column, std::string_view text, Span where, const std::string& id);
  std::optional<std::string> money_of(const Column& column, std::string_view text, Span where);
  std::optional<std::string> choice_of(const Column& column, std::string_view text, const std::string& id);
  std::optional<std::string> bad(Span where, const Column& column, std::string_view text, const std::string& what,
                                 const std::string& help) {
    report_.error("bad-value", where, column.heading + ": " + quoted(text) + " is " + what, help);
    return std::nullopt;
  }

  const ImportSheet& sheet_;
  const Schema& schema_;
  const TypeDef& type_;
  ImportReport& report_;
  std::vector<Column> columns_;
  std::vector<CsvRow> rows_;
  std::size_t key_ = 0;
  std::vector<ImportedItem> items_;
};

void SheetReader::read_headings(const CsvRow& row) {
  for (const CsvCell& cell : row.cells) {
    Column column;
    column.heading = std::string(trim(cell.text));
    column.where = cell.where;
    column.field = sheet_.field_of(column.heading);
    for (const Column& other : columns_)
      if (!column.field.empty() && other.field == column.field)
        report_.error("unknown-field", cell.where,
                      quoted(other.heading) + " and " + quoted(column.heading) + " both hold the field " + column.field,
                      "say in site.toml which one does, and give the other the field \"\"");
    column.def = type_.field(column.field);
    const LinkDef* link = schema_.link(type_, column.field);
    column.list = column.def == nullptr ? link != nullptr && !link->one() : column.def->list;
    columns_.push_back(std::move(column));
  }
  require_key(row);
}

void SheetReader::require_key(const CsvRow& row) {
  const auto key =
      std::find_if(columns_.begin(), columns_.end(), [&](const Column& c) { return c.field == sheet_.key; });
  key_ = static_cast<std::size_t>(key - columns_.begin());
  if (key != columns_.end()) return;
  const std::string_view heading = columns_.front().heading;
  const bool one = columns_.size() == 1 && heading.find_first_of(";\t") != std::string_view::npos;
  report_.error("missing-field", row.where, "no column holds the id of " + std::string(sheet_.whose),
                one ? "save the file with commas between the columns"
                    : "map it in site.toml: columns = { \"Contract ref\" = \"id\" }");
}

// Takes out the formats that cannot read the cell; one that none of them reads is an error.
void SheetReader::narrow(std::vector<std::string_view>& formats, const Column& column, const CsvCell& cell) {
  const std::string_view text = trim(cell.text);
  const auto reads = [&](std::string_view format) { return parse_date(text, format).has_value(); };
  std::vector<std::string_view> still;
  std::copy_if(formats.begin(), formats.end(), std::back_inserter(still), reads);
  if (!still.empty()) {
    formats = std::move(still);
    return;
  }
  const bool other = std::any_of(date_formats.begin(), date_formats.end(), reads);
  (void)bad(cell.where, column, text,
            other ? "a date in another form than those above it, or than --date-format" : "no date that can be read",
            "write the dates of a column in one form, and say which with --date-format");
}

// The one format by which every date of the column can be read, and no other in another way.
void SheetReader::find_date_format(std::size_t index) {
  Column& column = columns_[index];
  std::vector<std::string_view> left(date_formats.begin(), date_formats.end());
  const std::string_view usual = sheet_.usual_date_format;
  if (!usual.empty() && std::find(left.begin(), left.end(), usual) == left.end()) left.push_back(usual);
  if (!sheet_.date_format.empty()) left = {sheet_.date_format};
  const CsvCell* sample = nullptr;
  for (const CsvRow& row : rows_) {
    if (index >= row.cells.size() || trim(row.cells[index].text).empty()) continue;
    narrow(left, column, row.cells[index]);
    if (sample == nullptr) sample = &row.cells[index];
  }
  if (std::find(left.begin(), left.end(), usual) != left.end()) left = {usual};
  if (left.size() > 1 && sample != nullptr) {
    // Two forms that read every date alike leave no doubt.
    const bool doubtful = std::any_of(rows_.begin(), rows_.end(), [&](const CsvRow& row) {
      if (index >= row.cells.size()) return false;
      const std::string_view text = trim(row.cells[index].text);
      return std::any_of(left.begin(), left.end(), [&](std::string_view format) {
        return parse_date(text, format) != parse_date(text, left[0]);
      });
    });
    if (doubtful)
      report_.error("bad-value", sample->where,
                    column.heading + ": " + quoted(trim(sample->text)) +
                        " may be read in more than one way, and no date of the column says which",
                    "say how dates are written: --date-format \"%d/%m/%Y\"");
  }
  column.date_format = std::string(left.front());
}

std::optional<std::string> SheetReader::money_of(const Column& column, std::string_view text, Span where) {
  const auto money = parse_money(text);
  if (!money)
    return bad(where, column, text, "no amount that can be read for certain",
               "write pounds, with two decimals for pence: 1234.50, 1,234.50 or £1,234.50");
  if (money->pence < 0)
    return bad(where, column, text, "below 0", "write what the contract is worth, without a minus sign");
  return decimal_money(*money);
}

std::optional<std::string> SheetReader::choice_of(const Column& column, std::string_view text, const std::string& id) {
  const bool status = column.def->kind == FieldKind::status;
  const std::vector<std::string>& choices = status ? type_.status : column.def->choices;
  const std::string lower = ascii_lower(text);
  const bool yes = lower == "y" || lower == "true", no = lower == "n" || lower == "false";
  for (const std::string& choice : choices)
    if (lower == ascii_lower(choice) || (yes && choice == "yes") || (no && choice == "no")) return choice;
  report_.note(column.field + " was left out where it is " + quoted(text) + ": it takes " + join_words(choices, "or"),
               "in " + id);
  return std::nullopt;
}

std::optional<std::string> SheetReader::value_of(const Column& column, std::string_view text, Span where,
                                                 const std::string& id) {
  switch (column.def == nullptr ? FieldKind::text : column.def->kind) {
    case FieldKind::money: return money_of(column, text, where);
    case FieldKind::date:
      if (const auto date = parse_date(text, column.date_format)) return iso_date(*date);
      return std::nullopt;  // reported for the column
    case FieldKind::integer: {
      const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
      if (!digits.empty() && digits.size() < 16 && std::all_of(digits.begin(), digits.end(), is_digit))
        return std::string(text);
      return bad(where, column, text, "no whole number", "write it in digits alone");
    }
    case FieldKind::boolean: {
      const std::string lower = ascii_lower(text);
      if (lower == "yes" || lower == "y" || lower == "true") return "true";
      if (lower == "no" || lower == "n" || lower == "false") return "false";
      return bad(where, column, text, "neither yes nor no", "write yes or no");
    }
    case FieldKind::choice:
    case FieldKind::status: return choice_of(column, text, id);
    case FieldKind::inline_markdown: return markdown_of(text, sheet_.published);
    default: return std::string(text);
  }
}

std::vector<std::string> SheetReader::parts_of(std::string_view text, bool list) const {
  if (sheet_.published) return list ? parse_list_cell(text) : std::vector<std::string>{unguarded_cell(text)};
  if (!list) return {std::string(text)};
  std::vector<std::string> parts;
  while (!text.empty())
    if (const std::string_view part = trim(next_field(text, sheet_.separator)); !part.empty()) parts.emplace_back(part);
  return parts;
}

void SheetReader::read_cell(ImportedItem& item, const Column& column, const CsvCell& cell) {
  const std::string_view text = sheet_.published ? std::string_view(cell.text) : trim(cell.text);
  if (text.empty()) return;
  if (column.field.empty()) {
    if (!column.heading.empty() || !trim(text).empty())
      report_.note("column " + quoted(column.heading) + " was left out: no field is known by this heading",
                   "with " + quoted(text) + " in " + item.id);
    return;
  }
  for (const std::string& part : parts_of(text, column.list))
    if (auto value = value_of(column, part, cell.where, item.id))
      item.fields[column.field].push_back(std::move(*value));
}

std::string SheetReader::id_of(const CsvRow& row) const {
  const std::string& text = row.cells[key_].text;
  return sheet_.published ? unguarded_cell(text) : std::string(trim(text));
}

void SheetReader::read_row(const CsvRow& row) {
  if (row.cells.size() != columns_.size()) {
    report_.error("unreadable-file", row.where,
                  "this row has " + counted(row.cells.size(), "cell", "cells") + ", the heading row has " +
                      std::to_string(columns_.size()),
                  "put quotation marks round a cell with a comma in it");
    return;
  }
  ImportedItem item;
  item.where = row.where;
  item.id = id_of(row);
  if (item.id.empty()) {
    report_.error("missing-field", row.where, "this row has no id");
    return;
  }
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (i != key_) read_cell(item, columns_[i], row.cells[i]);
  items_.push_back(std::move(item));
}

std::vector<ImportedItem> SheetReader::read() {
  std::string_view text = sheet_.text;
  const std::size_t mark = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  Diagnostics found;
  (void)read_csv(
      text.substr(mark), sheet_.file, static_cast<std::uint32_t>(mark),
      [&](CsvRow&& row) { rows_.push_back(std::move(row)); }, found);
  const bool whole = found.all().empty();
  report_.merge(std::move(found));
  if (rows_.empty()) {
    if (whole) report_.error("unreadable-file", {sheet_.file, 0, 0}, "this file is empty");
    return {};
  }
  read_headings(rows_.front());
  if (report_.has_errors()) return {};
  rows_.erase(rows_.begin());
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (columns_[i].def != nullptr && columns_[i].def->kind == FieldKind::date) find_date_format(i);
  for (const CsvRow& row : rows_) read_row(row);
  return std::move(items_);
}

}  // namespace

std::vector<ImportedItem> read_sheet(const ImportSheet& sheet, const Schema& schema, const TypeDef& type,
                                     ImportReport& report) {
  return SheetReader(sheet, schema, type, report).read();
}

bool is_readable(std::string_view text, FileId file, ImportReport& report) {
  const auto bad = first_invalid_utf8(text);
  if (!bad) return true;
  const auto place = static_cast<std::uint32_t>(*bad);
  report.error("unreadable-file", {file, place, place + 1},
               "this file is not saved as UTF-8: the character here cannot be read",
               "save it as UTF-8 (in a spreadsheet: save as \"CSV UTF-8\")");
  return false;
}

}  // namespace framewright
