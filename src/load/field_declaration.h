#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "load/schema_check.h"
#include "load/table_reader.h"
#include "model/schema.h"
#include "port/toml.h"

namespace framewright {

// A field as `name = { kind = "date" }` declares it; nothing when it is no such table. The other fields that it names
// are added to `named`, of no type yet.
std::optional<FieldDef> read_field_declaration(const TomlEntry& entry, std::vector<NamedField>& named,
                                               Diagnostics& diagnostics);

// A regular expression under `key`, with the text under `example`; nothing when absent or after a finding.
std::optional<Pattern> read_pattern(TableReader& reader, std::string_view key);

// False, after a finding, for a name that means something of its own in every item.
bool is_free_name(const TomlEntry& entry, Diagnostics& diagnostics);

}  // namespace framewright
