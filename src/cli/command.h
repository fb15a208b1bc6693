#pragma once

#include <functional>
#include <stdexcept>
#include <vector>

#include "port/command_line.h"

namespace framewright {

// Exit codes of the program.
inline constexpr int exit_clean = 0;
inline constexpr int exit_findings = 1;
inline constexpr int exit_failed = 2;

// What the person at the terminal did wrong, in plain words; ends the program with exit_failed.
class UsageError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

// One command: how it is called, and what it does. `run` gives the exit code.
struct Command {
  CommandSpec spec;
  std::function<int(const ParsedCommand&)> run;
};

// Every command in the order of the help. Each stands in a file of its own.
const std::vector<Command>& commands();
// The whole command line as data.
ProgramSpec program_spec();
// Runs the program; gives its exit code.
int run_program(int argc, const char* const* argv);
// The same, of a program that does a command in a way of its own.
int run_program(int argc, const char* const* argv, const std::function<int(const ParsedCommand&)>& run);

Command build_command();
Command serve_command();
Command check_command();
Command init_command();
Command new_command();
Command import_register_command();
Command list_command();
Command show_command();
Command explain_command();
Command types_command();
Command words_command();
Command version_command();

}  // namespace framewright
