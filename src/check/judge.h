#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/config.h"
#include "model/model.h"

namespace framewright {

struct Judgement {
  Diagnostics findings;
  std::vector<Diagnostic> waived;
};

Judgement judge(Diagnostics&& found, const Model& model, const Config& config);

}  // namespace framewright
