#include "base/origin.h"

#include <algorithm>

namespace framewright {

std::uint32_t Origin::at(std::uint32_t text) const {
  const auto after = std::upper_bound(steps_.begin(), steps_.end(), text,
                                      [](std::uint32_t offset, const Step& step) { return offset < step.text; });
  if (after == steps_.begin()) return text;
  const Step& step = *(after - 1);
  return step.source + (text - step.text);
}

Span Origin::span(std::size_t begin, std::size_t end) const {
  const std::uint32_t first = at(static_cast<std::uint32_t>(begin));
  const std::uint32_t last = end > begin ? at(static_cast<std::uint32_t>(end - 1)) + 1 : first;
  return {file_, first, last > first ? last : first};
}

}  // namespace framewright
