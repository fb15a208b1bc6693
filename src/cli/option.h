#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "port/command_line.h"

namespace framewright {

CommandOption flag_option(std::string name, std::string help);
CommandOption text_option(std::string name, std::string placeholder, std::string help);
// The first choice holds when none is given.
CommandOption choice_option(std::string name, std::string help, std::vector<std::string> choices);

// Those of `options` that a command has use for.
std::vector<CommandOption> options_named(std::vector<CommandOption> options,
                                         std::initializer_list<std::string_view> names);

}  // namespace framewright
