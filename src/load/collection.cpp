#include "load/collection.h"

#include <algorithm>

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

// The columns of a CSV file: the field that each holds, empty where it is left out.
class CsvColumns {
public:
  CsvColumns(const Collection& collection, const SourceSettings& settings, Diagnostics& diagnostics)
      : collection_(collection), settings_(settings), diagnostics_(diagnostics) {}

  // False when no row can have an id.
  bool read_header(const CsvRow& row);
  RawItem read_row(CsvRow&& row);
  const std::vector<std::string>& fields() const { return fields_; }

private:
  Diagnostic& wrong(std::string rule, Span where, std::string message) {
    return diagnostics_.error(std::move(rule), where, std::move(message));
  }

  const Collection& collection_;
  const SourceSettings& settings_;
  Diagnostics& diagnostics_;
  std::vector<std::string> fields_;
  std::vector<Span> headings_;
};

bool CsvColumns::read_header(const CsvRow& row) {
  for (const CsvCell& cell : row.cells) {
    const std::string heading(trim(cell.text));
    const auto mapped = settings_.columns.find(heading);
    std::string field = mapped != settings_.columns.end() ? mapped->second : heading;
    const auto same = std::find(fields_.begin(), fields_.end(), field);
    if (!field.empty() && same != fields_.end()) {
      Diagnostic& d = wrong("unknown-field", cell.where, "two columns hold the field \"" + field + "\"");
      d.notes.push_back({headings_[static_cast<std::size_t>(same - fields_.begin())], "it stands here first"});
      field.clear();
    }
    fields_.push_back(std::move(field));
    headings_.push_back(cell.where);
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
  if (std::find(fields_.begin(), fields_.end(), "id") != fields_.end() ||
      std::find(fields_.begin(), fields_.end(), "completes") != fields_.end())
    return true;
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
  item.table.where = row.where;
  const bool more = row.cells.size() > fields_.size();
  item.incomplete = row.cells.size() != fields_.size();
  if (item.incomplete) {
    const Span where = more ? row.cells[fields_.size()].where : Span{row.where.file, row.where.end, row.where.end};
    wrong("unreadable-file", where,
          "this row has " + counted(row.cells.size(), "cell", "cells") + ", the heading row has " +
              std::to_string(fields_.size()))
        .help = more ? "put quotation marks round a cell with a comma in it" : "add the cells that are missing";
    item.incomplete = true;
  }
  for (std::size_t i = 0; i < std::min(fields_.size(), row.cells.size()); ++i) {
    CsvCell& cell = row.cells[i];
    const std::string_view kept = trim(cell.text);
    const bool lost = item.incomplete && fields_[i] != "id";  // which column it belongs to is not known
    if (fields_[i].empty() || kept.empty() || lost) continue;
    const auto skipped = static_cast<std::size_t>(kept.data() - cell.text.data());
    const Span where = cell.origin.span(skipped, skipped + kept.size());
    Origin origin = kept.size() == cell.text.size() ? std::move(cell.origin) : Origin(where.file, where.begin);
    if (fields_[i] == "id") {
      item.id = std::string(kept);
      item.id_where = where;
    }
    item.table.entries.push_back({fields_[i], headings_[i], text_value(std::string(kept), where, std::move(origin))});
  }
  return item;
}

}  // namespace

void report_duplicate_keys(const std::vector<TomlDuplicate>& duplicates, Diagnostics& diagnostics) {
  for (const TomlDuplicate& duplicate : duplicates)
    report_twice(duplicate, "bad-value", duplicate.path + " is written twice", "keep one of them", diagnostics);
}

bool read_toml_items(const Collection& collection, std::vector<RawItem>& items, Diagnostics& diagnostics) {
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

bool read_csv_items(const Collection& collection, const SourceSettings& settings, std::vector<RawItem>& items,
                    CsvHeader& header, Diagnostics& diagnostics) {
  CsvColumns columns(collection, settings, diagnostics);
  bool first = true, has_ids = true;
  const auto take = [&](CsvRow&& row) {
    if (first) {
      has_ids = columns.read_header(row);
      header = {collection.file, columns.fields(), row.where};
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

}  // namespace framewright
