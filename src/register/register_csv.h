#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/site_plan.h"
#include "register/data_table.h"

namespace framewright {

// A text as it stands in a cell of the published CSV. A spreadsheet runs a text that begins with = + - @, a tab or a
// line break as a formula, so such a text gets an apostrophe before it; and so does one that begins with apostrophes
// and then one of those, so that the apostrophe can be taken off again.
std::string guarded_cell(std::string_view text);
// Takes the apostrophe off that guarded_cell() has put before a text.
std::string unguarded_cell(std::string_view cell);

// The values of a list in one cell: parted by semicolons, `\` before a semicolon or a `\` of a value, each value
// guarded.
std::string list_cell(const std::vector<std::string>& values);
std::vector<std::string> parse_list_cell(std::string_view cell);

// Writes a table as CSV: RFC 4180 with CR LF, in UTF-8, a heading row and one row each.
void write_csv(const OpenData& data, const DataTable& table, const ByteSink& sink);

}  // namespace framewright
