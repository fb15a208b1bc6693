#pragma once

#include <string>
#include <vector>

#include "cli/site_run.h"
#include "port/files.h"
#include "render/site.h"

namespace framewright {

// What is published of a site in one of its languages.
struct LanguageRun {
  SiteRun& run;
  std::string folder;  // in the output, with its slash; empty for the site's own language
};

// The site's own language, then its translations.
std::vector<LanguageRun> languages_of(SiteRun& run);

// How the pages of one of them are made; `store` outlives what is made of the options.
SiteOptions site_options_of(const std::vector<LanguageRun>& languages, const LanguageRun& language,
                            const FileStore& store, bool draft, bool for_files);

}  // namespace framewright
