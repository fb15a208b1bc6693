#pragma once

#include <string>

namespace framewright {

// What an errno of the system means, in plain words: "there is no space left on the disk". Ends a sentence begun by the
// caller with what could not be done.
std::string system_words(int error);

}  // namespace framewright
