#pragma once

#include <string>

#include "base/diagnostic.h"
#include "render/site.h"

namespace framewright {

// Makes one page of the site. Pure; safe from any thread. Nothing is appended after a finding of the rule bad-template.
void render_page(const Route& route, const Site& site, std::string& out, Diagnostics& diagnostics);

// What is made once for the whole site beside its pages.
struct ExtraFile {
  std::string file;
  std::string bytes;
};
// sitemap.xml and feed.xml (where the site has a base_url), robots.txt, the stylesheet, and the pages that redirect.
std::vector<ExtraFile> render_extras(const Site& site, const Theme& theme, Diagnostics& diagnostics);

}  // namespace framewright
