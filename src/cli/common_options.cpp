#include "cli/common_options.h"

namespace framewright {

namespace {

CommandOption text_option(std::string name, std::string short_name, std::string placeholder, std::string help,
                          std::string fallback) {
  CommandOption option;
  option.name = std::move(name);
  option.short_name = std::move(short_name);
  option.kind = CommandOption::Kind::text;
  option.placeholder = std::move(placeholder);
  option.help = std::move(help);
  option.fallback = std::move(fallback);
  return option;
}

CommandOption choice_option(std::string name, std::string help, std::vector<std::string> choices) {
  CommandOption option;
  option.name = std::move(name);
  option.kind = CommandOption::Kind::choice;
  option.help = std::move(help);
  option.fallback = choices.front();
  option.choices = std::move(choices);
  return option;
}

}  // namespace

std::vector<CommandOption> site_command_options() {
  CommandOption threads;
  threads.name = "--threads";
  threads.kind = CommandOption::Kind::integer;
  threads.placeholder = "N";
  threads.help = "how many threads to use; as many as there are processors without it";
  return {text_option("--site", "-s", "FOLDER", "the folder of the site", "."),
          text_option("--date", "", "DATE", "the day to go by instead of today, such as 2027-04-01", ""), threads};
}

std::vector<CommandOption> finding_command_options() {
  std::vector<CommandOption> options = site_command_options();
  options.push_back(choice_option("--format", "how findings are written", {"text", "json"}));
  options.push_back(
      choice_option("--fail-on", "the least severity that counts as failure", {"error", "warning", "info"}));
  options.back().placeholder = "LEVEL";
  CommandOption all;
  all.name = "--all";
  all.help = "show every finding, also beyond the first 20 of a rule in a file";
  options.push_back(std::move(all));
  return options;
}

}  // namespace framewright
