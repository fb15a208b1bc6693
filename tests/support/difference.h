#pragma once

#include <string>
#include <string_view>

#include "support/folder.h"

namespace framewright {

// What differs between two texts line by line, for people: "-" what was expected, "+" what came, two lines round each
// change, a hundred lines at most. Empty when they are equal.
std::string difference(std::string_view expected, std::string_view actual);

// The same for two trees, both ways; a file that is not text is only named. Each file is called `folder`/its path.
std::string difference(const Tree& expected, const Tree& actual, std::string_view folder);

}  // namespace framewright
