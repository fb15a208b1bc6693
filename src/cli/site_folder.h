#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"
#include "cli/site_run.h"
#include "model/config.h"
#include "port/files.h"

namespace framewright {

// Whether the folder holds a site at all.
bool holds_site(const FileStore& store);

// A site read and checked, whatever its findings. Throws UsageError where there is none.
std::unique_ptr<SiteRun> open_site(const FileStore& store, const SiteRunOptions& options);

// "The site has 2 errors and 1 warning, so …" when there are errors; else empty.
std::string incomplete_note(const SiteRun& run);

// The declarations of a site, or the built-in ones outside of any.
struct Declarations {
  Config config;
  SourceFiles files;     // site.toml, that the spans of `config` are of
  Diagnostics findings;  // about site.toml
  bool of_site = false;
};
std::unique_ptr<Declarations> read_declarations(const FileStore& store, Date today);

// A path of a site as the person at the terminal would write it: "content/a.md", with --site town "town/content/a.md".
std::string path_from_here(std::string_view site, std::string_view path);

}  // namespace framewright
