#include "port/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <span>

#include "base/text.h"
#include "base/whole_number.h"

namespace framewright {

namespace {

using Kind = CommandOption::Kind;

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

const CommandSpec* find_command(const ProgramSpec& spec, std::string_view name) {
  for (const CommandSpec& command : spec.commands)
    if (command.name == name) return &command;
  return nullptr;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& names) {
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const auto found = nearest(word, candidates);
  return found ? "; did you mean " + std::string(*found) + "?" : "";
}

template <typename Map>
const std::vector<std::string>& values_of(const Map& map, std::string_view name) {
  static const std::vector<std::string> none;
  const auto found = map.find(name);
  return found == map.end() ? none : found->second;
}

const std::string& first_of(const std::vector<std::string>& values) {
  static const std::string none;
  return values.empty() ? none : values.front();
}

// Lets CLI11 tell commands, options and values apart; whether they are right is judged here, in our own words.
class Parser {
public:
  explicit Parser(const ProgramSpec& spec) : spec_(spec) {
    app_.set_help_flag();
    app_.require_subcommand(0, 1);
    app_.allow_extras();
    app_.add_flag("-h,--help", help_);
    app_.add_flag("--version", version_);
    add_options(app_, spec.options);
    for (const CommandSpec& command : spec.commands) add_command(command);
  }

  CommandLineResult parse(std::vector<std::string> arguments) {
    const auto marker = std::find(arguments.begin(), arguments.end(), "--");
    if (marker != arguments.end()) after_marker_.assign(marker + 1, arguments.end());
    arguments.erase(marker, arguments.end());
    std::reverse(arguments.begin(), arguments.end());
    try {
      app_.parse(arguments);
    } catch (const CLI::ParseError& error) {
      if (!help_) return refuse(words_of(error));
    }
    const auto chosen = app_.get_subcommands();
    command_ = chosen.empty() ? nullptr : find_command(spec_, chosen.front()->get_name());
    if (help_) return CommandLineEnd{0, command_ ? command_help(spec_, *command_) : program_help(spec_)};
    if (version_ && !command_) return CommandLineEnd{0, spec_.name + " " + spec_.version + "\n"};
    // CLI11 knows no positionals here: it would take apart words such as "[a,b]".
    const Rest rest = sort_rest();
    if (!command_ && rest.words.empty() && rest.options.empty()) return CommandLineEnd{2, program_help(spec_)};
    if (!command_ || !rest.options.empty()) return refuse(words_of_rest(rest));
    return collect(rest.words);
  }

private:
  struct Bound {
    const CommandOption* spec;
    CLI::Option* option;
  };

  // What CLI11 had no use for.
  struct Rest {
    std::vector<std::string> options;  // unknown ones, or before the command
    bool begins_with_option = false;
    std::vector<std::string> words;
  };

  Rest sort_rest() const {
    Rest rest;
    for (const std::string& word : app_.remaining(true)) {
      const bool option = word.size() > 1 && word.front() == '-';
      rest.begins_with_option = rest.begins_with_option || (option && rest.words.empty());
      (option ? rest.options : rest.words).push_back(word);
    }
    rest.words.insert(rest.words.end(), after_marker_.begin(), after_marker_.end());
    return rest;
  }

  void add_options(CLI::App& app, const std::vector<CommandOption>& options) {
    for (const CommandOption& option : options) {
      const std::string names = option.short_name.empty() ? option.name : option.short_name + "," + option.name;
      CLI::Option* added = nullptr;
      if (option.kind == Kind::flag) {
        added = app.add_flag(names)->disable_flag_override();
      } else {
        added = app.add_option(names);
        added->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
      }
      bound_[&app].push_back({&option, added});
    }
  }

  void add_command(const CommandSpec& command) {
    CLI::App* app = app_.add_subcommand(command.name);
    app->set_help_flag();
    app->allow_extras();
    app->fallthrough();
    add_options(*app, command.options);
  }

  CommandLineEnd refuse(const std::string& words) const {
    std::string text = spec_.name + ": " + words + "\n";
    if (command_)
      text += "See " + in_quotes(spec_.name + " " + command_->name + " --help") + ".\n";
    else
      text += "See " + in_quotes(spec_.name + " --help") + ".\n";
    return {2, text};
  }

  // CLI11 names the option first: "--output: 1 required TEXT missing".
  std::string words_of(const CLI::ParseError& error) {
    const auto chosen = app_.get_subcommands();
    if (!chosen.empty()) command_ = find_command(spec_, chosen.front()->get_name());
    std::string said = error.what();
    for (const auto& [app, options] : bound_) {
      for (const Bound& bound : options) {
        const std::string& name = bound.spec->name;
        if (!said.starts_with(name + ":") && !said.starts_with(name.substr(2) + " ")) continue;
        if (bound.spec->kind == Kind::flag) return bound.spec->name + " takes no value";
        return bound.spec->name + " needs a value: " + option_usage(*bound.spec);
      }
    }
    return said;
  }

  std::vector<std::string> option_names() const {
    std::vector<std::string> names = {"--help"};
    if (!command_) names.push_back("--version");
    for (const CommandOption& option : spec_.options) names.push_back(option.name);
    if (command_)
      for (const CommandOption& option : command_->options) names.push_back(option.name);
    return names;
  }

  // Whether the command that was named takes the option, or any command when none was.
  bool is_taken(std::string_view option) const {
    const auto takes = [&](const CommandSpec& command) {
      return std::any_of(command.options.begin(), command.options.end(),
                         [&](const CommandOption& each) { return each.name == option || each.short_name == option; });
    };
    return command_ != nullptr ? takes(*command_) : std::any_of(spec_.commands.begin(), spec_.commands.end(), takes);
  }

  std::string words_of_rest(const Rest& rest) const {
    if (!command_ && !rest.begins_with_option) {
      std::vector<std::string> names = {"help"};
      for (const CommandSpec& command : spec_.commands) names.push_back(command.name);
      return "there is no command " + in_quotes(rest.words.front()) + suggestion(rest.words.front(), names);
    }
    const std::string name = rest.options.front().substr(0, rest.options.front().find('='));
    if (is_taken(name))
      return name + " stands after the command: " + spec_.name + " " + (command_ ? command_->name : "COMMAND") + " " +
             name;
    return "there is no option " + name + (command_ ? " of " + in_quotes(command_->name) : "") +
           suggestion(name, option_names());
  }

  CommandLineResult collect(std::span<const std::string> words) {
    ParsedCommand parsed;
    parsed.command = command_->name;
    for (const auto& [app, options] : bound_) {
      if (app != &app_ && app != app_.get_subcommands().front()) continue;
      for (const Bound& bound : options)
        if (const auto wrong = collect_option(bound, parsed)) return refuse(*wrong);
    }
    for (const CommandPositional& positional : command_->positionals) {
      if (words.empty() && positional.required)
        return refuse(in_quotes(command_->name) + " needs " + positional.name + ": " + positional.help);
      const auto own = words.first(positional.many ? words.size() : std::min<std::size_t>(words.size(), 1));
      if (!own.empty()) parsed.arguments[positional.name] = {own.begin(), own.end()};
      words = words.subspan(own.size());
    }
    if (!words.empty()) return refuse(in_quotes(command_->name) + " does not take " + in_quotes(words.front()));
    return parsed;
  }

  std::optional<std::string> collect_option(const Bound& bound, ParsedCommand& parsed) const {
    const CommandOption& spec = *bound.spec;
    if (bound.option->count() == 0) {
      if (!spec.fallback.empty()) parsed.options[spec.name] = {spec.fallback};
      return std::nullopt;
    }
    parsed.given_options.push_back(spec.name);
    if (spec.kind == Kind::flag) return std::nullopt;
    const std::vector<std::string>& values = bound.option->results();
    if (spec.kind != Kind::list && values.size() > 1) return spec.name + " stands more than once";
    const std::vector<std::string> names = option_names();
    for (const std::string& value : values) {
      if (std::find(names.begin(), names.end(), value) != names.end())
        return spec.name + " needs a value: " + option_usage(spec);
      if (spec.kind == Kind::integer && !whole_number(value))
        return spec.name + " needs a whole number, not " + in_quotes(value);
      if (!spec.choices.empty() && std::find(spec.choices.begin(), spec.choices.end(), value) == spec.choices.end())
        return spec.name + " may be " + join_words(spec.choices, "or") + ", not " + in_quotes(value) +
               suggestion(value, spec.choices);
    }
    parsed.options[spec.name] = values;
    return std::nullopt;
  }

  const ProgramSpec& spec_;
  CLI::App app_;
  bool help_ = false;
  bool version_ = false;
  std::map<const CLI::App*, std::vector<Bound>> bound_;
  const CommandSpec* command_ = nullptr;
  std::vector<std::string> after_marker_;  // what followed --
};

CommandLineEnd help_on(const ProgramSpec& spec, std::span<const std::string> words) {
  if (words.empty()) return {0, program_help(spec)};
  if (const CommandSpec* command = find_command(spec, words.front())) return {0, command_help(spec, *command)};
  std::vector<std::string> names;
  for (const CommandSpec& command : spec.commands) names.push_back(command.name);
  return {2, spec.name + ": there is no command " + in_quotes(words.front()) + suggestion(words.front(), names) +
                 "\nSee " + in_quotes(spec.name + " --help") + ".\n"};
}

}  // namespace

bool ParsedCommand::given(std::string_view option) const {
  return std::find(given_options.begin(), given_options.end(), option) != given_options.end();
}
bool ParsedCommand::flag(std::string_view option) const { return given(option); }
const std::vector<std::string>& ParsedCommand::list(std::string_view option) const {
  return values_of(options, option);
}
const std::string& ParsedCommand::text(std::string_view option) const { return first_of(list(option)); }
std::optional<long long> ParsedCommand::integer(std::string_view option) const { return whole_number(text(option)); }
const std::vector<std::string>& ParsedCommand::positionals(std::string_view name) const {
  return values_of(arguments, name);
}
const std::string& ParsedCommand::positional(std::string_view name) const { return first_of(positionals(name)); }

CommandLineResult parse_command_line(const ProgramSpec& spec, const std::vector<std::string>& arguments) {
  if (!arguments.empty() && arguments.front() == "help" && find_command(spec, "help") == nullptr)
    return help_on(spec, std::span(arguments).subspan(1));
  return Parser(spec).parse(arguments);
}

CommandLineResult parse_command_line(const ProgramSpec& spec, int argc, const char* const* argv) {
  return parse_command_line(spec, std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
}

}  // namespace framewright
