#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace framewright {

struct StarterFacts {
  std::string title;
  std::string organisation;
  Date today{};  // the framework is adopted today and reviewed in a year
};

struct StarterFile {
  std::string path;  // from the folder of the site
  std::string text;
};

// A small site that works and has no finding: a framework with a chapter, and one item of each kind that the golden
// thread needs, from outcome to strategy. site.toml comes last, so that a folder is a site only once all is there.
std::vector<StarterFile> starter_site(const StarterFacts& facts);

}  // namespace framewright
