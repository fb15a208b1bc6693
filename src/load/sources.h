#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/document.h"
#include "base/source.h"
#include "model/config.h"
#include "model/item.h"
#include "model/model.h"
#include "port/files.h"
#include "port/toml.h"

namespace framewright {

// An item as its file gives it, before its fields are looked at. A row of a CSV file is a table of texts; of a large
// file there are many, so a row keeps no more than its place until its fields are asked for (`read_fields`).
struct RawItem {
  TypeId type = page_type;
  ItemForm form = ItemForm::page;
  bool section_index = false;
  bool untranslated = false;  // of a translation: it stands in the site's own language
  bool incomplete = false;    // part of it could not be read, so that what it lacks is no finding
  FileId file = no_file;
  std::string path;  // of a page: below content/, without extension
  std::string id;    // from the table's key or the file's name; a key `id` goes before it
  Span id_where;
  Span row;  // of a CSV row whose fields are not in `table` yet, its place; else unknown
  std::int64_t row_order = std::numeric_limits<std::int64_t>::max();  // of such a row: what its field `order` says
  TomlValue table;
  Document body;  // of a page
};

// The columns of a CSV file: the field that each holds, empty where it is left out.
struct CsvHeader {
  FileId file = no_file;
  std::vector<std::string> fields;
  std::vector<Span> headings;  // of each column
  Span where;
};

// A file that could not be read to its end, so that items of its may be missing. Its text is empty in SourceFiles when
// nothing of it could be read; it is no_file for the files of a folder that could not be opened.
struct UnreadableFile {
  TypeId type = page_type;
  FileId file = no_file;
};

// All that was read of content/ and static/, in the order of paths and, within a file, as written.
struct Sources {
  std::deque<RawItem> items;  // so that each can go as soon as it is used
  std::vector<CsvHeader> headers;
  std::vector<AssetFile> assets;     // other files below content/
  std::vector<std::string> statics;  // files below static/, relative to it
  std::vector<UnreadableFile> unreadable;

  const CsvHeader* header(FileId file) const;  // nullptr when the file has none
};

// Reads and parses every file, on `threads` threads. A file that cannot be read is a finding and the others go on.
Sources load_sources(const FileStore& store, const Config& config, SourceFiles& files, std::size_t threads,
                     Diagnostics& diagnostics);

}  // namespace framewright
