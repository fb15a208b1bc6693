#pragma once

#include "base/diagnostic.h"
#include "model/config.h"
#include "model/model.h"
#include "model/values.h"
#include "template/filter.h"

namespace framewright {

void check(const Model& model, const ModelValues& values, const Config& config, const Filters& filters,
           Diagnostics& diagnostics);

}  // namespace framewright
