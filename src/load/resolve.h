#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "load/sources.h"
#include "model/config.h"
#include "model/model.h"
#include "template/filter.h"

namespace framewright {

// Makes the model of what was read: items with checked fields, links and back-links, every reference of every text
// resolved, terms found, paragraphs numbered, directives evaluated. `own_directives` are those that the site adds.
// The model refers to `config`, which outlives it.
Model resolve(Sources&& sources, SourceFiles&& files, const Config& config,
              const std::vector<std::string>& own_directives, const Filters& filters, std::size_t threads,
              Diagnostics& diagnostics);

}  // namespace framewright
