#include "port/csv.h"

#include <csv.h>

#include <algorithm>
#include <new>

#include "base/text.h"

namespace framewright {

namespace {

bool ends_piece(char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; }

// libcsv tells contents but no places. It calls back only on a comma or a line's end, so the text is handed to it in
// pieces that end with one of these or a quote, and the place is that of the piece's end.
class Reader {
public:
  Reader(std::string_view text, FileId file, std::uint32_t offset, const std::function<void(CsvRow&&)>& row)
      : text_(text), file_(file), offset_(offset), row_(row) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { csv_free(&parser_); }

  // False at a stray quote, which is then at place().
  bool read() {
    while (place_ < text_.size()) {
      const auto special = std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(place_), text_.end(), ends_piece);
      const auto end = static_cast<std::size_t>(special - text_.begin()) + (special == text_.end() ? 0 : 1);
      at_ = end - 1;
      const std::size_t size = end - place_;
      const std::size_t taken = csv_parse(&parser_, text_.data() + place_, size, &on_cell, &on_row, this);
      check_memory();
      if (taken != size) {
        place_ += taken;
        return false;
      }
      if (size == 1 && cell_begin_ == place_ && (text_[at_] == '\n' || text_[at_] == '\r')) cell_begin_ = end;
      place_ = end;
    }
    return true;
  }

  // False when the last cell is never closed; it begins at cell_begin().
  bool finish() {
    at_ = text_.size();
    const bool closed = csv_fini(&parser_, &on_cell, &on_row, this) == 0;
    check_memory();
    return closed;
  }

  std::size_t place() const { return place_; }
  std::size_t cell_begin() const { return cell_begin_; }
  Span span(std::size_t begin, std::size_t end) const {
    return {file_, offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(end)};
  }

private:
  static void on_cell(void* content, std::size_t size, void* self) {
    static_cast<Reader*>(self)->cell({static_cast<const char*>(content), size});
  }
  static void on_row(int, void* self) { static_cast<Reader*>(self)->row(); }

  void cell(std::string_view content) {
    if (cells_.cells.empty()) row_begin_ = cell_begin_;
    const bool quoted = cell_begin_ < at_ && text_[cell_begin_] == '"';
    const std::size_t begin = cell_begin_ + (quoted ? 1 : 0), end = at_ - (quoted ? 1 : 0);
    CsvCell& made = cells_.cells.emplace_back(
        CsvCell{std::string(content), span(begin, end), Origin(file_, offset_ + static_cast<std::uint32_t>(begin))});
    if (quoted && end - begin != content.size()) step_over_quotes(made, begin, end);
    cell_begin_ = at_ + 1;
  }

  void step_over_quotes(CsvCell& cell, std::size_t begin, std::size_t end) const {
    std::size_t doubled = 0;
    for (std::size_t at = text_.find('"', begin); at < end; at = text_.find('"', at + 2)) {
      ++doubled;
      cell.origin.step(static_cast<std::uint32_t>(at + 2 - begin - doubled),
                       offset_ + static_cast<std::uint32_t>(at + 2));
    }
  }

  void row() {
    cells_.where = span(row_begin_, at_);
    const std::size_t width = cells_.cells.size();
    row_(std::move(cells_));
    cells_.cells.clear();
    cells_.cells.reserve(width);
  }

  void check_memory() {
    if (csv_error(&parser_) == CSV_ENOMEM || csv_error(&parser_) == CSV_ETOOBIG) throw std::bad_alloc();
  }

  csv_parser parser_;
  std::string_view text_;
  FileId file_;
  std::uint32_t offset_;
  const std::function<void(CsvRow&&)>& row_;
  CsvRow cells_;
  std::size_t place_ = 0;       // of the next piece
  std::size_t at_ = 0;          // of the byte that libcsv is calling back on
  std::size_t cell_begin_ = 0;  // its opening quote, if it has one
  std::size_t row_begin_ = 0;
};

void report_stray_quote(const Reader& reader, std::string_view text, Diagnostics& diagnostics) {
  const std::size_t at = reader.place(), begin = reader.cell_begin();
  if (text[begin] == '"') {
    Diagnostic& found = diagnostics.error("unreadable-file", reader.span(at - 1, at),
                                          "this quotation mark closes the cell, yet text follows it");
    found.notes.push_back({reader.span(begin, begin + 1), "the cell was opened here"});
    found.help = "write \"\" for a quotation mark within a cell";
    return;
  }
  Diagnostic& found = diagnostics.error("unreadable-file", reader.span(at, at + 1),
                                        "a quotation mark stands within a cell that does not begin with one");
  found.help = trim(text.substr(begin, at - begin)).empty()
                   ? "take out the space before it"
                   : "put the whole cell in quotation marks, and write \"\" for each one within it";
}

}  // namespace

bool read_csv(std::string_view text, FileId file, std::uint32_t offset, const std::function<void(CsvRow&&)>& row,
              Diagnostics& diagnostics) {
  if (text.starts_with("\xEF\xBB\xBF")) {
    text.remove_prefix(3);
    offset += 3;
  }
  if (const auto bad = first_invalid_utf8(text)) {
    const std::uint32_t place = offset + static_cast<std::uint32_t>(*bad);
    diagnostics
        .error("unreadable-file", {file, place, place + 1},
               "this file is not saved as UTF-8: the character here cannot be read")
        .help = "save it again as \"CSV UTF-8\"";
    return false;
  }
  Reader reader(text, file, offset, row);
  if (!reader.read()) {
    report_stray_quote(reader, text, diagnostics);
    return false;
  }
  if (reader.finish()) return true;
  const std::size_t begin = reader.cell_begin();
  Diagnostic& found = diagnostics.error("unreadable-file", reader.span(begin, begin + 1),
                                        "the quotation mark that opens this cell is never closed");
  found.help = "write \" at the end of the cell";
  return false;
}

void append_csv_row(std::string& out, const std::vector<std::string_view>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view cell = cells[i];
    if (i > 0) out += ',';
    const bool alone_and_empty = cells.size() == 1 && cell.empty();
    if (!alone_and_empty && cell.find_first_of("\",\r\n") == std::string_view::npos &&
        trim(cell).size() == cell.size()) {
      out += cell;
      continue;
    }
    out += '"';
    for (const char c : cell) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += "\r\n";
}

}  // namespace framewright
