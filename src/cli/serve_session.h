#pragma once

#include "port/command_line.h"

namespace framewright {

// Serves a site until it is interrupted; gives the exit code. In a program of its own (src/serve_main.cpp), as the
// libraries of the server would make every other command start later.
int serve_site(const ParsedCommand& command);

}  // namespace framewright
