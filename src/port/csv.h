#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/origin.h"
#include "base/source.h"

namespace framewright {

struct CsvCell {
  std::string text;  // without quotes, doubled quotes made one; white space as written
  Span where;        // the content, inside the quotes
  Origin origin;     // of each byte of `text`
};

struct CsvRow {
  std::vector<CsvCell> cells;
  Span where;  // without the line's end
};

// Reads comma-separated values (RFC 4180; lines may end in LF, CR LF or CR) and hands each row on as soon as it is
// complete. Empty lines are passed over. `offset` is the place of `text` in its file (3 after a byte-order mark).
// False after an unclosed or stray quote, a finding of the rule unreadable-file; the rows before it were handed on.
bool read_csv(std::string_view text, FileId file, std::uint32_t offset, const std::function<void(CsvRow&&)>& row,
              Diagnostics& diagnostics);

// Appends one record with its CR LF; cells are quoted where they must be.
void append_csv_row(std::string& out, const std::vector<std::string_view>& cells);

}  // namespace framewright
