#include "cli/command.h"
namespace framewright {
Command explain_command() { CommandSpec spec; spec.name = "explain"; return {spec, [](const ParsedCommand&) { return exit_failed; }}; }
}
