#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "model/config.h"
#include "register/imported_register.h"

namespace framewright {

// A file of a published register that stands beside register.csv.
struct CsvCompanion {
  std::string table;  // "suppliers"
  std::string_view text;
  FileId file = no_file;
};

struct CsvImport {
  std::string_view text;
  FileId file = no_file;
  const SourceSettings* settings = nullptr;  // headings that the site maps, its list separator and form of dates
  std::string date_format;                   // empty: worked out for each column, where that is certain
  std::vector<CsvCompanion> companions;      // used when the file is a published register.csv
};

// Whether this is a register.csv of this program, by its first columns.
bool is_published_register(std::string_view text);
// The tables whose files belong to a published register: suppliers, grants, and what is nested in contracts.
std::vector<std::string> companion_tables(const Schema& schema);

// Reads a spreadsheet's export with headings of its own, or a published register with the files beside it. Headings are
// matched by the site's mapping, by the names and labels of fields and by the built-in table of headings; others are
// reported.
ImportedRegister import_csv(const CsvImport& source, const Schema& schema, ImportReport& report);

}  // namespace framewright
