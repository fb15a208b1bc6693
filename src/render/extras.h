#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "render/site.h"

namespace framewright {

// What is made once for the whole site beside its pages.
struct ExtraFile {
  std::string file;
  std::string bytes;
};
// The sitemap and feed.xml (where the site has a base_url), robots.txt, the stylesheet, and the pages that redirect.
std::vector<ExtraFile> render_extras(const Site& site, const Theme& theme, Diagnostics& diagnostics);

}  // namespace framewright
