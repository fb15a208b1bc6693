#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/config.h"
#include "model/model.h"
#include "model/site_plan.h"
#include "model/values.h"
#include "port/command_line.h"
#include "port/files.h"
#include "port/stage_times.h"
#include "register/register.h"
#include "render/routes.h"
#include "render/theme.h"

namespace framewright {

struct SiteRunOptions {
  std::string folder = ".";
  Date today{};
  std::size_t threads = 1;
  bool drafts = false;
  bool for_files = false;  // to be read without a server; such a site has no search
};

// A site read and checked, with all that later stages need. Never moved: its parts refer to one another.
struct SiteRun {
  Config config;
  Theme theme;
  Model model;                        // without what its items withhold
  std::vector<std::string> withheld;  // the texts that they withhold
  std::unique_ptr<ModelValues> values;
  Register contracts;
  SitePlan plan;
  Routes routes;
  Diagnostics findings;  // judged: severities of the site, sorted
  std::vector<Diagnostic> waived;
  StageTimes times;                                    // of the whole run, those of its translations too
  std::vector<std::unique_ptr<SiteRun>> translations;  // in the order of site.toml; `findings` holds theirs too
};

// Runs every stage up to the planned routes.
std::unique_ptr<SiteRun> run_site(const FileStore& store, const SiteRunOptions& options);

// The options that every command on a site takes, from the command line; a wrong --date or --threads ends
// with a message.
SiteRunOptions site_options(const ParsedCommand& command);

}  // namespace framewright
