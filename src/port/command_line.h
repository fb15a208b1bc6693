#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace framewright {

// The command line, described as data: help, parsing and the documentation are all made from it.
struct CommandOption {
  // list: may be given several times. choice: one of `choices`.
  enum class Kind { flag, text, integer, choice, list };

  std::string name;        // "--output"
  std::string short_name;  // "-o", or empty
  Kind kind = Kind::flag;
  std::string placeholder;  // "FOLDER"; empty: the name in capitals; unused for flags
  std::string help;         // a phrase, lower case without full stop
  std::string fallback;     // value when it is not given, shown in the help; empty: none
  std::vector<std::string> choices;
};

struct CommandPositional {
  std::string name;  // "RULE"
  std::string help;
  bool required = false;
  bool many = false;  // takes all that are left; only the last one may
};

struct CommandExample {
  std::string line;     // "framewright build --strict"
  std::string meaning;  // "refuse warnings too"
};

struct CommandSpec {
  std::string name;
  std::string summary;      // one line for the list of commands, "check the site and publish it"
  std::string description;  // paragraphs for the command's own help, parted by empty lines; may be empty
  std::vector<CommandPositional> positionals;
  std::vector<CommandOption> options;
  std::vector<CommandExample> examples;
};

struct ProgramSpec {
  std::string name;
  std::string summary;
  std::string version;
  std::vector<CommandOption> options;  // of every command
  std::vector<CommandSpec> commands;
  std::vector<CommandExample> examples;
  std::string ending;  // last paragraph of the help: exit codes, where to read on
};

struct ParsedCommand {
  std::string command;

  bool flag(std::string_view option) const;  // "--strict"
  // Given or by default; empty when neither.
  const std::string& text(std::string_view option) const;
  std::optional<long long> integer(std::string_view option) const;
  const std::vector<std::string>& list(std::string_view option) const;
  bool given(std::string_view option) const;
  const std::string& positional(std::string_view name) const;
  const std::vector<std::string>& positionals(std::string_view name) const;

  // What the functions above look into. Asking for a name that the spec does not hold gives nothing.
  std::map<std::string, std::vector<std::string>, std::less<>> options;    // by name, defaults filled in
  std::map<std::string, std::vector<std::string>, std::less<>> arguments;  // by name of the positional
  std::vector<std::string> given_options;
};

// What to do instead of a command: print help (0) or say what is wrong with the command line (2).
struct CommandLineEnd {
  int exit_code = 0;
  std::string text;  // to standard output when exit_code is 0, else to standard error
};

using CommandLineResult = std::variant<ParsedCommand, CommandLineEnd>;

// `arguments` without the program's name. Besides what the spec describes, every command knows `-h` and `--help`, and
// `help COMMAND` and `--version` stand without a command. An option may be written --name=value, and `--` ends options.
CommandLineResult parse_command_line(const ProgramSpec& spec, const std::vector<std::string>& arguments);
CommandLineResult parse_command_line(const ProgramSpec& spec, int argc, const char* const* argv);

// "--output FOLDER", or "--strict" of a flag.
std::string option_usage(const CommandOption& option);

// Help of the program, and of one command; 80 columns at most.
std::string program_help(const ProgramSpec& spec);
std::string command_help(const ProgramSpec& spec, const CommandSpec& command);

}  // namespace framewright
