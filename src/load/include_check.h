#pragma once

#include "base/diagnostic.h"
#include "model/model.h"

namespace framewright {

// Reports texts that show themselves, at once or by way of others, pages that a page includes twice, and texts within
// texts too deep or too many to be read. Linear in what the directives show.
void check_includes(const Model& model, Diagnostics& diagnostics);

}  // namespace framewright
