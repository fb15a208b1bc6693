#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/item.h"
#include "model/schema.h"
#include "port/toml.h"

namespace framewright {

// How the cells of a CSV file are to be taken; front matter and TOML have lists and dates of their own.
struct CellFormat {
  bool cells = false;  // the value is a cell: everything is text
  char list_separator = ';';
  std::string_view date_format = "%Y-%m-%d";
};

// One text of a list, with its place.
struct ListedText {
  std::string text;
  Span where;
};

// The value of a field by its kind, or nothing after a finding. Markdown kinds give their source as a string.
std::optional<FieldValue> read_field_value(const FieldDef& def, std::size_t index, const TomlValue& value,
                                           const CellFormat& format, Diagnostics& diagnostics);

// The ids that a link names: a text, a list of texts, or a cell with separators. Nothing after a finding.
std::optional<std::vector<ListedText>> read_link_value(const LinkDef& def, const TomlValue& value,
                                                       const CellFormat& format, Diagnostics& diagnostics);

}  // namespace framewright
