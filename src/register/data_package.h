#pragma once

#include <string>

#include "register/data_table.h"

namespace framewright {

// The description of all tables as a Frictionless data package (https://datapackage.org/, version 2), with the schema
// of each.
std::string data_package(const OpenData& data);

}  // namespace framewright
