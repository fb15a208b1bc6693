#include "register/register_csv.h"

#include "port/csv.h"
#include "register/piece_writer.h"

namespace framewright {

namespace {

// Whether a spreadsheet takes what follows any apostrophes for a formula.
bool looks_like_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of('\'');
  return first != std::string_view::npos && std::string_view("=+-@\t\r\n").find(text[first]) != std::string_view::npos;
}

}  // namespace

std::string guarded_cell(std::string_view text) {
  return looks_like_formula(text) ? "'" + std::string(text) : std::string(text);
}

std::string unguarded_cell(std::string_view cell) {
  return std::string(cell.starts_with('\'') && looks_like_formula(cell) ? cell.substr(1) : cell);
}

std::string list_cell(const std::vector<std::string>& values) {
  std::string cell;
  for (const std::string& value : values) {
    if (!cell.empty()) cell += ';';
    for (const char c : guarded_cell(value)) {
      if (c == ';' || c == '\\') cell += '\\';
      cell += c;
    }
  }
  return cell;
}

std::vector<std::string> parse_list_cell(std::string_view cell) {
  std::vector<std::string> values;
  if (cell.empty()) return values;
  std::string value;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\\' && i + 1 < cell.size()) {
      value += cell[++i];
    } else if (cell[i] == ';') {
      values.push_back(unguarded_cell(value));
      value.clear();
    } else {
      value += cell[i];
    }
  }
  values.push_back(unguarded_cell(value));
  return values;
}

void write_csv(const OpenData& data, const DataTable& table, const ByteSink& sink) {
  PieceWriter out(sink);
  std::vector<std::string> texts(table.columns.size()), values;
  std::vector<std::string_view> cells;
  for (const DataColumn& column : table.columns) cells.push_back(column.name);
  append_csv_row(out.text, cells);
  for_each_row(data, table, [&](ItemId item, ItemId contract) {
    cells.clear();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const DataColumn& column = table.columns[i];
      read_cell(data, column, item, contract, values);
      if (column.list)
        texts[i] = list_cell(values);
      else if (values.empty())
        texts[i].clear();
      else
        texts[i] = is_text(column.kind()) ? guarded_cell(values.front()) : values.front();
      cells.push_back(texts[i]);
    }
    append_csv_row(out.text, cells);
    out.pass();
  });
  out.end();
}

}  // namespace framewright
