#include <algorithm>

#include "cli/command.h"
#include "cli/common_options.h"
#include "port/files.h"
#include "port/terminal.h"

namespace framewright {

namespace {

constexpr std::string_view version = FRAMEWRIGHT_VERSION;

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all{init_command(),
                                        new_command(),
                                        build_command(),
                                        serve_command(),
                                        check_command(),
                                        list_command(),
                                        show_command(),
                                        explain_command(),
                                        types_command(),
                                        words_command(),
                                        import_register_command(),
                                        version_command()};
  return all;
}

ProgramSpec program_spec() {
  ProgramSpec spec;
  spec.name = "framewright";
  spec.summary = "Checks and publishes commissioning frameworks kept as text in git.";
  spec.version = version;
  for (const Command& command : commands()) spec.commands.push_back(command.spec);
  spec.examples = {{"framewright init", "make a small site to begin with"},
                   {"framewright check", "say what is wrong, and where"},
                   {"framewright build", "check the site and publish it into public/"}};
  spec.ending = "Exit codes: 0 clean, 1 there are findings at or above --fail-on, 2 the program could not do its work.";
  return spec;
}

Command version_command() {
  CommandSpec spec;
  spec.name = "version";
  spec.summary = "say which version this is";
  spec.examples = {{"framewright version", "print the name and the version"}};
  return {spec, [](const ParsedCommand&) {
            print(Stream::output, "framewright " + std::string(version) + "\n");
            return exit_clean;
          }};
}

int run_program(int argc, const char* const* argv) {
  return run_program(argc, argv, [](const ParsedCommand& command) {
    const auto found = std::find_if(commands().begin(), commands().end(),
                                    [&](const Command& each) { return each.spec.name == command.command; });
    return found->run(command);
  });
}

int run_program(int argc, const char* const* argv, const std::function<int(const ParsedCommand&)>& run) {
  try {
    const CommandLineResult parsed = parse_command_line(program_spec(), argc, argv);
    if (const auto* end = std::get_if<CommandLineEnd>(&parsed)) {
      print(end->exit_code == 0 ? Stream::output : Stream::error, end->text);
      return end->exit_code;
    }
    return run(std::get<ParsedCommand>(parsed));
  } catch (const std::exception& error) {
    print(Stream::error, std::string("framewright: ") + error.what() + "\n");
    return exit_failed;
  }
}

}  // namespace framewright
