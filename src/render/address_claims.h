#pragma once

#include <string>
#include <unordered_map>

#include "base/diagnostic.h"

namespace framewright {

// What stands at each file of the site, so that nothing is published over anything else.
class AddressClaims {
public:
  explicit AddressClaims(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  // Takes a file of the output for `what`, which stands at `where`. False, with a finding of the rule route-collision,
  // when it is taken, in whatever capitals, or when it would have to be a file and a folder at once. `help` says how to
  // give it up for another; empty where either of two may move.
  bool claim(const std::string& file, Span where, std::string what, std::string help = {});
  // Whether something stands at this very file.
  bool has(const std::string& file) const;

private:
  struct Holder {
    std::string file;
    Span where;
    std::string what, help;
  };
  void report(const std::string& between, Span where, const Holder& holder);

  Diagnostics& diagnostics_;
  std::unordered_map<std::string, Holder> files_;    // by their names in small letters
  std::unordered_map<std::string, Holder> folders_;  // the first that has a file below one
};

}  // namespace framewright
