#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/origin.h"
#include "base/source.h"

namespace framewright {

struct TomlEntry;

// One value of a TOML file (toml.io, 1.0.0) with its place. Only the member of its kind is meaningful.
struct TomlValue {
  // `date` is a local date; `time` is any other date or time of TOML (an offset or local date-time, a local time).
  enum class Kind { boolean, integer, floating, text, date, time, array, table };

  Kind kind = Kind::table;
  // As written, quotes and brackets included; for a [table] its header, for one of dotted keys (a.b = 1) the key `a`,
  // for the root an empty span at the beginning.
  Span where;
  bool boolean = false;
  std::int64_t integer = 0;
  Date date{};
  // The decoded string; for an integer, floating, date or time the characters as written, so that "30000.01" stays
  // exact.
  std::string text;
  Origin origin;  // of each byte of `text`, also through escapes, """ strings and backslashes at a line's end
  std::vector<TomlValue> items;    // of an array, arrays of tables included
  std::vector<TomlEntry> entries;  // of a table, in the order of the file

  // The value of a key of this table, or nullptr. Looks at every entry: for tables of a few keys.
  const TomlValue* find(std::string_view key) const;
};

struct TomlEntry {
  std::string key;
  Span key_where;  // the one part of a dotted key, quotes included
  TomlValue value;
};

// A key or table written twice. The first stays in the tree, the later one is left out of it.
struct TomlDuplicate {
  std::string path;  // dotted, "P1" or "P1.title"
  Span first;        // key or header
  Span second;
  bool table = false;     // the later one is a [header]; its whole table is left out
  std::size_t depth = 0;  // number of keys in the path: 1 at the top of the file
};

struct TomlText {
  TomlValue root;
  std::vector<TomlDuplicate> duplicates;  // in the order of the file
  bool readable = false;  // false: there is a finding of the rule unreadable-file, and `root` is an empty table
};

// `offset` is the place of `text` in its file (front matter begins after the +++). A mistake of syntax is one finding;
// duplicates are not findings here, as only the caller knows whether they are items.
TomlText parse_toml(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics);

}  // namespace framewright
