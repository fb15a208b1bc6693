#include "base/origin.h"

#include <algorithm>

namespace framewright {

void Origin::step(std::uint32_t text, std::uint32_t source) {
  if (placed_) {
    more_.push_back({text, source});
    return;
  }
  first_ = {text, source};
  placed_ = true;
}

std::size_t Origin::steps_until(std::uint32_t text) const {
  if (!placed_ || text < first_.text) return 0;
  const auto after = std::upper_bound(more_.begin(), more_.end(), text,
                                      [](std::uint32_t offset, const Step& step) { return offset < step.text; });
  return static_cast<std::size_t>(after - more_.begin()) + 1;
}

std::uint32_t Origin::at(std::uint32_t text) const {
  const std::size_t passed = steps_until(text);
  if (passed == 0) return text;
  const Step& step = nth(passed - 1);
  return step.source + (text - step.text);
}

Span Origin::span(std::size_t begin, std::size_t end) const {
  const std::uint32_t first = at(static_cast<std::uint32_t>(begin));
  const std::uint32_t last = end > begin ? at(static_cast<std::uint32_t>(end - 1)) + 1 : first;
  return {file_, first, last > first ? last : first};
}

Origin Origin::within(const Origin& outer) const {
  Origin joined;
  joined.file_ = outer.file_;
  for (std::size_t i = 0; i < size(); ++i) {
    const Step& step = nth(i);
    joined.step(step.text, outer.at(step.source));
    for (std::size_t after = outer.steps_until(step.source); after < outer.size(); ++after) {
      const Step& further = outer.nth(after);
      const std::uint32_t text = step.text + (further.text - step.source);
      if (i + 1 < size() && text >= nth(i + 1).text) break;
      joined.step(text, further.source);
    }
  }
  return joined;
}

}  // namespace framewright
