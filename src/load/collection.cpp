#include "load/collection.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "load/raw_order.h"
#include "port/csv.h"

namespace framewright {

namespace {

void report_twice(const TomlDuplicate& duplicate, const std::string& rule, const std::string& message,
                  const std::string& help, Diagnostics& diagnostics) {
  Diagnostic& d = diagnostics.error(rule, duplicate.second, message);
  d.notes.push_back({duplicate.first, "it stands here first"});
  d.help = help;
}

TomlValue text_value(std::string text, Span where, Origin origin) {
  TomlValue value;
  value.kind = TomlValue::Kind::text;
  value.text = std::move(text);
  value.where = where;
  value.origin = std::move(origin);
  return value;
}

// The value of a cell without the white space round it, or nothing when it is empty.
std::optional<TomlValue> cell_value(CsvCell&& cell) {
  const std::string_view kept = trim(cell.text);
  if (kept.empty()) return std::nullopt;
  const auto skipped = static_cast<std::size_t>(kept.data() - cell.text.data());
  const Span where = cell.origin.span(skipped, skipped + kept.size());
  if (kept.size() == cell.text.size()) return text_value(std::move(cell.text), where, std::move(cell.origin));
  return text_value(std::string(kept), where, Origin(where.file, where.begin));
}

// Of a row with too few or too many cells only the id is kept: which column the others belong to is not known.
void fill_table(RawItem& item, CsvRow&& row, const CsvHeader& header) {
  item.table.where = row.where;
  const std::size_t count = std::min(header.fields.size(), row.cells.size());
  item.table.entries.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& field = header.fields[i];
    if (field.empty() || (item.incomplete && field != "id")) continue;
    if (auto value = cell_value(std::move(row.cells[i])))
      item.table.entries.push_back({field, header.headings[i], std::move(*value)});
  }
}

// Reads the heading row of a CSV file, and then what must be known of each row before its fields are read.
class CsvColumns {
public:
  CsvColumns(const Collection& collection, const SourceSettings& settings, CsvHeader& header, Diagnostics& diagnostics)
      : collection_(collection), settings_(settings), header_(header), diagnostics_(diagnostics) {}

  // False when no row can have an id.
  bool read_header(const CsvRow& row);
  RawItem read_row(CsvRow&& row);

private:
  Diagnostic& wrong(std::string rule, Span where, std::string message) {
    return diagnostics_.error(std::move(rule), where, std::move(message));
  }

  const Collection& collection_;
  const SourceSettings& settings_;
  CsvHeader& header_;
  Diagnostics& diagnostics_;
  std::optional<std::size_t> id_, completes_, order_;  // the columns of these fields
};

bool CsvColumns::read_header(const CsvRow& row) {
  header_.file = collection_.file;
  header_.where = row.where;
  std::vector<std::string>& fields = header_.fields;
  std::vector<Span>& heading_places = header_.headings;
  for (const CsvCell& cell : row.cells) {
    const std::string heading(trim(cell.text));
    const auto mapped = settings_.columns.find(heading);
    std::string field = mapped != settings_.columns.end() ? mapped->second : heading;
    const auto same = std::find(fields.begin(), fields.end(), field);
    if (!field.empty() && same != fields.end()) {
      Diagnostic& d = wrong("unknown-field", cell.where, "two columns hold the field \"" + field + "\"");
      d.notes.push_back({heading_places[static_cast<std::size_t>(same - fields.begin())], "it stands here first"});
      field.clear();
    }
    fields.push_back(std::move(field));
    heading_places.push_back(cell.where);
  }
  bool id_reported = false;
  std::vector<std::string_view> headings;
  for (const CsvCell& cell : row.cells) headings.push_back(trim(cell.text));
  for (const auto& [heading, field] : settings_.columns) {
    const auto found = std::any_of(row.cells.begin(), row.cells.end(),
                                   [&, wanted = &heading](const CsvCell& cell) { return trim(cell.text) == *wanted; });
    if (found) continue;
    Diagnostic& d = wrong("missing-field", row.where, "there is no column \"" + heading + "\"");
    if (const auto near = nearest(heading, headings)) d.label = "did you mean \"" + std::string(*near) + "\"?";
    d.notes.push_back({settings_.where, field.empty() ? "site.toml says that it is left out"
                                                      : "site.toml says that it holds the field \"" + field + "\""});
    id_reported = id_reported || field == "id";
    d.help = "mend the heading in the file, or take the column out of site.toml";
  }
  const auto column = [&](std::string_view field) -> std::optional<std::size_t> {
    const auto found = std::find(fields.begin(), fields.end(), field);
    if (found == fields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fields.begin());
  };
  id_ = column("id");
  completes_ = column("completes");
  order_ = column("order");
  if (id_ || completes_) return true;
  if (!id_reported)
    wrong("missing-field", row.where, "there is no column \"id\"").help =
        row.cells.size() == 1 && row.cells[0].text.find_first_of(";\t") != std::string::npos
            ? "save the file with commas between the columns"
            : "name the column that holds the reference id, or map it in site.toml: "
              "columns = { \"Contract ref\" = \"id\" }";
  return false;
}

RawItem CsvColumns::read_row(CsvRow&& row) {
  RawItem item;
  item.form = ItemForm::csv;
  item.type = collection_.type;
  item.file = collection_.file;
  item.id_where = row.where;
  const std::size_t columns = header_.fields.size();
  const bool more = row.cells.size() > columns;
  item.incomplete = row.cells.size() != columns;
  if (item.incomplete) {
    const Span where = more ? row.cells[columns].where : Span{row.where.file, row.where.end, row.where.end};
    wrong("unreadable-file", where,
          "this row has " + counted(row.cells.size(), "cell", "cells") + ", the heading row has " +
              std::to_string(columns))
        .help = more ? "put quotation marks round a cell with a comma in it" : "add the cells that are missing";
  }
  const auto cell = [&](std::optional<std::size_t> column) -> const CsvCell* {
    return column && *column < row.cells.size() ? &row.cells[*column] : nullptr;
  };
  if (const CsvCell* id = cell(id_); id != nullptr && !trim(id->text).empty()) {
    item.id = std::string(trim(id->text));
    const auto skipped = static_cast<std::size_t>(trim(id->text).data() - id->text.data());
    item.id_where = id->origin.span(skipped, skipped + item.id.size());
  }
  item.row = row.where;
  if (item.incomplete) return item;
  if (const CsvCell* order = cell(order_)) item.row_order = order_of(trim(order->text));
  if (const CsvCell* completes = cell(completes_); completes != nullptr && !trim(completes->text).empty()) {
    fill_table(item, std::move(row), header_);
    item.row = {};
  }
  return item;
}

}  // namespace

void report_duplicate_keys(const std::vector<TomlDuplicate>& duplicates, Diagnostics& diagnostics) {
  for (const TomlDuplicate& duplicate : duplicates)
    report_twice(duplicate, "bad-value", duplicate.path + " is written twice", "keep one of them", diagnostics);
}

bool read_toml_items(const Collection& collection, std::deque<RawItem>& items, Diagnostics& diagnostics) {
  if (trim(collection.text).empty()) {
    diagnostics.error("unreadable-file", {collection.file, 0, 0}, "this file is empty").help =
        "begin each " + collection.def.label + " with its id in square brackets, such as [one], or take the file away";
    return true;
  }
  TomlText toml = parse_toml(collection.text, collection.file, 0, diagnostics);
  for (const TomlDuplicate& duplicate : toml.duplicates) {
    if (duplicate.depth == 1)
      report_duplicate_id(collection.def, duplicate.path, duplicate.second, duplicate.first, diagnostics);
    else
      report_twice(duplicate, "bad-value", duplicate.path + " is written twice", "keep one of them", diagnostics);
  }
  for (TomlEntry& entry : toml.root.entries) {
    if (entry.value.kind != TomlValue::Kind::table) {
      diagnostics.error("unknown-field", entry.key_where, "\"" + entry.key + "\" stands outside of an item").help =
          "begin each " + collection.def.label + " with its id in square brackets, and put its fields below";
      continue;
    }
    RawItem item;
    item.form = ItemForm::toml;
    item.type = collection.type;
    item.file = collection.file;
    item.id = entry.key;
    item.id_where = entry.key_where;
    item.table = std::move(entry.value);
    items.push_back(std::move(item));
  }
  return toml.readable;
}

bool read_csv_items(const Collection& collection, const SourceSettings& settings, std::deque<RawItem>& items,
                    CsvHeader& header, Diagnostics& diagnostics) {
  CsvColumns columns(collection, settings, header, diagnostics);
  bool first = true, has_ids = true;
  const auto take = [&](CsvRow&& row) {
    if (first) {
      has_ids = columns.read_header(row);
    } else if (has_ids) {
      items.push_back(columns.read_row(std::move(row)));
    }
    first = false;
  };
  const bool whole = read_csv(collection.text, collection.file, 0, take, diagnostics);
  if (first && whole)
    diagnostics.error("unreadable-file", {collection.file, 0, 0}, "this file is empty").help =
        "its first row must name the columns, beginning with id";
  return whole && has_ids;
}

void read_fields(RawItem& item, const CsvHeader& header, std::string_view text) {
  if (!item.row.known()) return;
  const Span where = item.row;
  item.row = {};
  Diagnostics reported;  // when the file was read
  const auto fill = [&](CsvRow&& row) { fill_table(item, std::move(row), header); };
  (void)read_csv(text.substr(where.begin, where.end - where.begin), where.file, where.begin, fill, reported);
}

void read_rows(std::deque<RawItem>& items, std::size_t count, const CsvHeader& header, std::string_view text,
               const std::function<void(RawItem&)>& use) {
  if (count == 0) return;
  const Span first = items[0].row;
  std::size_t next = 0;
  std::vector<TomlEntry> entries;  // one after another has it, so that it is allocated once
  const auto take = [&](CsvRow&& row) {
    if (next == count || items[next].row.begin != row.where.begin) return;  // of an item that was left out
    RawItem& item = items[next++];
    item.row = {};
    item.table.entries.swap(entries);
    fill_table(item, std::move(row), header);
    use(item);
    entries.swap(item.table.entries);
    entries.clear();
  };
  Diagnostics reported;  // when the file was read
  const std::size_t end = items[count - 1].row.end;
  (void)read_csv(text.substr(first.begin, end - first.begin), first.file, first.begin, take, reported);
}

}  // namespace framewright
