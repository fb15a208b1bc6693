#pragma once

#include <optional>
#include <span>
#include <string>

#include "diagram/picture.h"

namespace framewright {

inline constexpr std::size_t most_moments = 24;

struct Moment {
  std::string date;  // as it reads; words that say so for none
  std::string name;
  std::optional<long long> day;  // of any calendar that counts days; none when the date is not known
};

// Moments in their order down a line, further apart the more days lie between them. The subjects are the moments.
// Nothing to draw for more than `most_moments`.
Picture timeline_picture(std::span<const Moment> moments);

}  // namespace framewright
