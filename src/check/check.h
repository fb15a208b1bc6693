#pragma once

#include <cstddef>

#include "base/diagnostic.h"
#include "model/config.h"
#include "model/values.h"
#include "template/filter.h"

namespace framewright {

// Finds what is wrong with a site as a whole: gaps, contradictions, what is out of date, what readers would miss. Pure:
// no network, no clock (Config::today). `diagnostics` holds the findings of loading, so that what follows from one of
// them is not found a second time; the order of what is added is the same for any number of threads. `values` is that
// of `model`, and `model` was resolved with `config`.
void check(const Model& model, const ModelValues& values, const Config& config, const Filters& filters,
           std::size_t threads, Diagnostics& diagnostics);

}  // namespace framewright
