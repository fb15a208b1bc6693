#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "load/sources.h"
#include "model/config.h"

namespace framewright {

// A file of many items of one type.
struct Collection {
  std::string_view text;
  FileId file = no_file;
  TypeId type = page_type;
  const TypeDef& def;
};

// One table an item: [P1]. False when the file cannot be read; what could be read is kept.
bool read_toml_items(const Collection& collection, std::deque<RawItem>& items, Diagnostics& diagnostics);

// One row an item, the first row naming the columns. False when the file cannot be read to its end, or has no ids.
bool read_csv_items(const Collection& collection, const SourceSettings& settings, std::deque<RawItem>& items,
                    CsvHeader& header, Diagnostics& diagnostics);

// Puts the fields of a CSV row into its table, if they are not there yet. `text` is that of the whole file.
void read_fields(RawItem& item, const CsvHeader& header, std::string_view text);

// The same for the first `count` of `items`, rows of one file in its order: each is handed on and its table emptied
// again before the next one is filled.
void read_rows(std::deque<RawItem>& items, std::size_t count, const CsvHeader& header, std::string_view text,
               const std::function<void(RawItem&)>& use);

// Keys that stand twice in the front matter of a page.
void report_duplicate_keys(const std::vector<TomlDuplicate>& duplicates, Diagnostics& diagnostics);

}  // namespace framewright
