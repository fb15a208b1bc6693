#include "cli/command.h"
namespace framewright {
Command list_command() { CommandSpec spec; spec.name = "list"; return {spec, [](const ParsedCommand&) { return exit_failed; }}; }
}
