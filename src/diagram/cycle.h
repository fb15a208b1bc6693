#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diagram/picture.h"

namespace framewright {

inline constexpr std::size_t fewest_stages = 3, most_stages = 12;

// Stages round a circle, clockwise from the top, with an arrow from each to the next and words in the middle. The
// subjects are the stages in their order; that of the middle is the number of stages. Nothing to draw for fewer than
// three stages and more than twelve.
Picture cycle_picture(std::span<const std::string> stages, std::string_view centre);

}  // namespace framewright
