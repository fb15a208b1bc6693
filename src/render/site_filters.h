#pragma once

#include "template/filter.h"

namespace framewright {

// The filters of templates: the generic ones, and those that know of items and of the page that they stand on: `href`,
// `show`, `own`, `relations` and `columns`.
const Filters& site_filters();

}  // namespace framewright
