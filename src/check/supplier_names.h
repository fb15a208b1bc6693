#pragma once

#include <string>
#include <string_view>

namespace framewright {

// What the names of one organisation have in common however they are written: lower case, "&" as "and", no punctuation,
// no "The" in front and no form of company behind. "The Oak & Ash Trust Ltd." and "Oak and Ash Trust Limited" are one.
// Names that fold together are likely, not certain, to mean one organisation.
std::string folded_supplier_name(std::string_view name);

// A name that stands where nobody knew one: "TBC", "various suppliers", "not awarded", "-".
bool is_placeholder_name(std::string_view name);

// Several organisations in one name: parted by a semicolon, or two forms of company parted by "and", "&", a comma, a
// plus or a slash, as in "Oak Ltd and Ash LLP".
bool names_several(std::string_view name);

}  // namespace framewright
