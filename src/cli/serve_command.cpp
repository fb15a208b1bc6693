#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/option.h"
#include "port/environment.h"

namespace framewright {

Command serve_command() {
  CommandSpec spec;
  spec.name = "serve";
  spec.summary = "show the site in a browser while it is written";
  spec.description =
      "Shows the site as a draft at an address of this machine, and shows each page anew when what it is made of is "
      "saved. What is wrong with a page is said on it. Publishes nothing.";
  spec.options = site_command_options();
  spec.options.push_back(text_option("--host", "ADDRESS", "the address of this machine to serve at"));
  spec.options.back().fallback = "127.0.0.1";
  CommandOption port;
  port.name = "--port";
  port.kind = CommandOption::Kind::integer;
  port.placeholder = "N";
  port.help = "the port; 8080 without it, and any that is free for 0";
  spec.options.push_back(port);
  spec.options.push_back(
      flag_option("--poll", "look at the files again and again, where the system does not tell of changes"));
  spec.examples = {{"framewright serve", "show the site in this folder at http://127.0.0.1:8080/"},
                   {"framewright serve --port 0", "show it at a port that is free"}};
  return {spec, [](const ParsedCommand&) -> int { become_program("framewright-serve"); }};
}

}  // namespace framewright
