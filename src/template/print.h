#pragma once

#include <cstdint>
#include <string>

#include "template/evaluation.h"
#include "template/value.h"

namespace framewright {

enum class Escaping : std::uint8_t { none, markup };

// Appends a value as people read it: text escaped unless it is Html, dates and money by the formats, true and false as
// yes and no, nothing for an empty value. False, and nothing appended, for what cannot be printed: a list or a table.
bool append_value(std::string& out, const Value& value, const Formats& formats, Escaping escaping);

}  // namespace framewright
