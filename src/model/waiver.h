#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/source.h"

namespace framewright {

// A finding that somebody has decided to live with: where it stands, why, and for how long.
struct Waiver {
  std::string rule;
  std::string at;  // an id, a path or the beginning of one; empty in front matter: that file
  std::string reason;
  std::optional<Date> until;  // the last day it holds
  Span where;
};

}  // namespace framewright
