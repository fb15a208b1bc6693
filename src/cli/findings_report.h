#pragma once

#include <string>
#include <string_view>

#include "cli/site_run.h"
#include "port/command_line.h"

namespace framewright {

// The findings of a site as text for people or as JSON for programs, by the option --format. Text shows the first 20 of
// a rule in a file and counts the rest, unless --all is given: one wrong column of a register is as many findings as
// rows.
std::string findings_report(const SiteRun& run, const ParsedCommand& command);

// "2 errors and 1 warning", "no findings"; with "3 waived" where there are any.
std::string findings_summary(const SiteRun& run);

// "212 items in 96 files".
std::string site_size(const SiteRun& run);

// exit_findings when there is a finding at or above --fail-on, else exit_clean.
int findings_exit_code(const SiteRun& run, const ParsedCommand& command);

}  // namespace framewright
