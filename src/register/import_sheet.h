#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "port/csv.h"
#include "register/imported_register.h"

namespace framewright {

// A CSV file that is read into items of one type.
struct ImportSheet {
  std::string_view text;  // well-formed UTF-8; it may begin with a byte-order mark
  FileId file = no_file;
  bool published = false;         // written by this program: cells guarded, separators of lists escaped
  char separator = ';';           // of lists, when it is not published
  std::string date_format;        // as said; empty: worked out for each column, where that is certain
  std::string usual_date_format;  // taken where several would do and it is one of them
  std::string_view key = "id";    // the field that says whose row it is
  std::string_view whose = "a contract";
  std::function<std::string(const std::string& heading)> field_of;  // empty: no field is known by this heading
};

// Reads the rows: fields by their names, with values in the form of data files. What is not carried is reported, and
// what cannot be read for certain is an error. A field "supplier.…" is kept by that name.
std::vector<ImportedItem> read_sheet(const ImportSheet& sheet, const Schema& schema, const TypeDef& type,
                                     ImportReport& report);

// Whether the text is UTF-8; if not, an error at the first place that cannot be read.
bool is_readable(std::string_view text, FileId file, ImportReport& report);

}  // namespace framewright
