#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/schema.h"

namespace framewright {

// A field that a declaration names, to be looked for once the fields of all types are known.
struct NamedField {
  TypeId type = page_type;
  std::string name;
  std::optional<FieldKind> kind;  // the one that it must be of
  Span where;
};

// Checks that `reads` of a type holds no part in braces but {title}, {number}, {id} and {label}: any other would be
// shown to readers as it stands.
void check_reads(std::string_view reads, Span where, Diagnostics& diagnostics);

// Checks what can only be said of all types together: that fields which declarations name are there, that names can
// stand in expressions, that no type uses one name for two things, and that no two types have one folder. Findings are
// of the rule bad-config.
void check_schema(const Schema& schema, const std::vector<NamedField>& named, Diagnostics& diagnostics);

}  // namespace framewright
