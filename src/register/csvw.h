#pragma once

#include <string>

#include "register/data_table.h"

namespace framewright {

// The CSV on the Web metadata of a table (https://www.w3.org/TR/tabular-metadata/): its columns with their datatypes,
// its primary key, and the tables that it refers to, for the foreign keys.
std::string csvw_metadata(const OpenData& data, const DataTable& table);

}  // namespace framewright
