#include "cli/command.h"
namespace framewright {
Command init_command() {
  CommandSpec spec;
  spec.name = "init";
  return {spec, [](const ParsedCommand&) { return exit_failed; }};
}
}  // namespace framewright
