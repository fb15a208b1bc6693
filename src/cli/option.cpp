#include "cli/option.h"

#include <algorithm>

namespace framewright {

CommandOption flag_option(std::string name, std::string help) {
  CommandOption option;
  option.name = std::move(name);
  option.help = std::move(help);
  return option;
}

CommandOption text_option(std::string name, std::string placeholder, std::string help) {
  CommandOption option = flag_option(std::move(name), std::move(help));
  option.kind = CommandOption::Kind::text;
  option.placeholder = std::move(placeholder);
  return option;
}

CommandOption choice_option(std::string name, std::string help, std::vector<std::string> choices) {
  CommandOption option = flag_option(std::move(name), std::move(help));
  option.kind = CommandOption::Kind::choice;
  option.fallback = choices.front();
  option.choices = std::move(choices);
  return option;
}

std::vector<CommandOption> options_named(std::vector<CommandOption> options,
                                         std::initializer_list<std::string_view> names) {
  std::erase_if(options, [&](const CommandOption& option) {
    return std::find(names.begin(), names.end(), option.name) == names.end();
  });
  return options;
}

}  // namespace framewright
