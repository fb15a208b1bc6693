#pragma once

#include <string>
#include <vector>

#include "register/data_table.h"

namespace framewright {

inline constexpr std::size_t most_lines_in_part = 50000;

// A file of the partitioned JSON Lines, for engines that read a folder at once.
struct LinesPart {
  std::string file;  // register/lines/start_year=2026/part-0000.jsonl
  std::string title;
  std::vector<ItemId> contracts;
};

// Contracts by the year in which they start and then by id, in the folders that Hive, Spark and DuckDB know. Those
// without a start come last, under the name that those engines have for no value.
std::vector<LinesPart> lines_parts(const OpenData& data, std::size_t most = most_lines_in_part);

}  // namespace framewright
