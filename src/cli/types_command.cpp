#include "cli/command.h"
namespace framewright {
Command types_command() { CommandSpec spec; spec.name = "types"; return {spec, [](const ParsedCommand&) { return exit_failed; }}; }
}
