#include "cli/command.h"
namespace framewright {
Command show_command() { CommandSpec spec; spec.name = "show"; return {spec, [](const ParsedCommand&) { return exit_failed; }}; }
}
