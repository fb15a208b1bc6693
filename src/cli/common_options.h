#pragma once

#include <vector>

#include "port/command_line.h"

namespace framewright {

// --site, --date and --threads: what every command on a site takes.
std::vector<CommandOption> site_command_options();

// The same with --format and --fail-on, of the commands that report findings.
std::vector<CommandOption> finding_command_options();

}  // namespace framewright
