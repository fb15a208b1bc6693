#pragma once

#include <string>

namespace framewright {

// What an error number of the operating system (errno) means, in plain words that follow a colon: "there is no space
// left on the disk", "it does not exist". One that has no words here is said in the system's.
std::string describe_system_error(int error);

}  // namespace framewright
