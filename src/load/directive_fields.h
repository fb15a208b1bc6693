#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "model/directive_catalogue.h"
#include "model/model.h"

namespace framewright {

// The types of the items that each selection of a directive can hold, by its option.
using SelectedTypes = std::map<std::string, std::set<TypeId>, std::less<>>;

// Checks that the selected items have what the options of a directive and its template ask of them: a template that
// met an item without it would fail.
void check_directive_fields(const Directive& directive, const DirectiveEntry& entry, const SelectedTypes& types,
                            const Model& model, Diagnostics& diagnostics);

}  // namespace framewright
