#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "publish/staging.h"

namespace framewright {

// What a build changed, in files.
struct Published {
  std::size_t written = 0;         // new, or with other content than before
  std::size_t unchanged = 0;       // kept with their times
  std::size_t removed = 0;         // of the former site, not in the new one
  std::vector<std::string> files;  // of the new site, but for the mark of who made it; in no order
  // In plain words, what earlier builds or this one left beside the target and could not remove. The site is whole.
  std::vector<std::string> leftovers;
};

// Puts the new site in the place of the old one and removes the old. Readers find the one or the other whole, also if
// the process is killed at any moment (a file system without RENAME_EXCHANGE: but for the moment between two renames,
// which the next build mends). Nothing is forced to the platter: after a loss of power a build has to be run again,
// which costs less than an fsync of every file at every build. Throws EnvironmentError, and PublishRefusal if the
// target was changed by somebody else meanwhile; the old site then stands.
Published publish(Staging&& staging);

}  // namespace framewright
