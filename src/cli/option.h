#pragma once

#include <string>
#include <vector>

#include "port/command_line.h"

namespace framewright {

CommandOption flag_option(std::string name, std::string help);
CommandOption text_option(std::string name, std::string placeholder, std::string help);
// The first choice holds when none is given.
CommandOption choice_option(std::string name, std::string help, std::vector<std::string> choices);

}  // namespace framewright
