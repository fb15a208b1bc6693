#pragma once

#include <string>

#include "base/diagnostic.h"
#include "render/site.h"

namespace framewright {

// Makes one page of the site. Pure; safe from any thread. Nothing is appended after a finding of the rule bad-template.
void render_page(const Route& route, const Site& site, std::string& out, Diagnostics& diagnostics);

}  // namespace framewright
