#pragma once

#include <cstddef>
#include <string_view>

namespace framewright {

// The part of a site's files that one of several builds makes, each perhaps on a machine of its own. Whose a file is
// follows from its path alone, so that the parts of one site fit together whoever made them.
struct Share {
  std::size_t part = 1;  // from 1
  std::size_t of = 1;

  bool is_all() const { return of == 1; }
  bool has(std::string_view file) const;
};

}  // namespace framewright
