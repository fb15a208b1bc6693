#pragma once

#include <string>

#include "template/value.h"

namespace framewright {

// Appends a value as JSON (RFC 8259): money as a number of pounds, dates as ISO text, objects that have a key as that
// key (so that circles of items end), other objects by their members. `<`, `>`, `&` and U+2028/9 are written as \u
// escapes, so that the result may stand inside a script. False when nested more than 50 deep.
bool append_json(std::string& out, const Value& value);

}  // namespace framewright
