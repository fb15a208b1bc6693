#pragma once

#include "base/diagnostic.h"
#include "model/config.h"
#include "model/model.h"

namespace framewright {

// Compares a translation with what it translates: items that have no text in its language (missing-translation; one
// finding a file, as a table is translated whole) and items that changed since (older-translation): by their versions,
// or by the last of the days on which they were adopted, approved, published and reviewed. Rows of a sheet are data,
// and need no translation. `config` is that of the translation, and places are those of its files, but for notes, which
// name the original by its path.
void check_translation(const Model& original, const Model& translation, const Config& config, Diagnostics& diagnostics);

}  // namespace framewright
