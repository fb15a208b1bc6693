#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framewright {

// A page that a site has without anybody writing it, as made_pages.toml declares it.
struct MadePage {
  std::string name;     // "cookies"
  std::string address;  // from the root of the site: "cookies/"
  std::string template_name;
  std::string needs;                                       // the type whose items it is about; empty for none
  std::vector<std::pair<std::string, std::string>> lists;  // names in its template, and types
  bool section = false;                                    // a part of the site of its own
};

// Those that are built in, read once.
std::span<const MadePage> made_pages();

}  // namespace framewright
