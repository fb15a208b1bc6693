#include "cli/command.h"
namespace framewright {
Command new_command() { CommandSpec spec; spec.name = "new"; return {spec, [](const ParsedCommand&) { return exit_failed; }}; }
}
