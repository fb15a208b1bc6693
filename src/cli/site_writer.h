#pragma once

#include "cli/site_run.h"
#include "port/files.h"
#include "publish/share.h"
#include "publish/staging.h"

namespace framewright {

// Writes a share of a site's files into the staging folder: its data, its pages in each language, and what is made once
// for the whole. `disk` is the folder of the site, of which `store` answers what the pages ask. False, with findings in
// `run`, when a template failed on some page; a draft then goes on with the other pages.
bool write_site(SiteRun& run, const FileStore& store, const DiskFileStore& disk, const SiteRunOptions& options,
                const Share& share, Staging& staging);

}  // namespace framewright
