#pragma once

#include "render/site.h"
#include "template/value.h"

namespace framewright {

// One table for each type that declares what must cover its items, with those in force, what covers them and the gaps:
// a list of `title`, `label`, `plural`, `covered_by`, `address`, `total`, `covered`, `gaps`, `rows`.
Value coverage_tables(const Site& site, Arena& arena);

}  // namespace framewright
