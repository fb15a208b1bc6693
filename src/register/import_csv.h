#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "model/config.h"
#include "register/imported_register.h"

namespace framewright {

struct CsvImport {
  std::string_view text;
  FileId file = no_file;
  const SourceSettings* settings = nullptr;  // headings that the site maps, and its list separator
  std::string date_format;                   // empty: worked out for each column, where that is certain
};

// Reads a spreadsheet's export with headings of its own. Headings are matched by the site's mapping, by the names and
// labels of fields and by the built-in table of headings; others are reported.
ImportedRegister import_csv(const CsvImport& source, const Schema& schema, ImportReport& report);

}  // namespace framewright
