#pragma once

#include <string>

#include "model/model.h"
#include "port/json.h"

namespace framewright {

// The value of a field for the reader of a terminal: 2027-04-01, £25,000, yes, "one, two"; a Markdown text without its
// markup.
std::string field_text(const FieldDef& def, const FieldValue& value);

// The same for programs: dates and texts as text, money as a number of pounds, lists as arrays.
void write_field_json(JsonWriter& json, const FieldValue& value);

}  // namespace framewright
