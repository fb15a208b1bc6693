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

Origin Origin::within(const Origin& outer) const {
  Origin joined;
  joined.file_ = outer.file_;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const Step& step = steps_[i];
    joined.step(step.text, outer.at(step.source));
    auto after = std::upper_bound(outer.steps_.begin(), outer.steps_.end(), step.source,
                                  [](std::uint32_t offset, const Step& each) { return offset < each.text; });
    for (; after != outer.steps_.end(); ++after) {
      const std::uint32_t text = step.text + (after->text - step.source);
      if (i + 1 < steps_.size() && text >= steps_[i + 1].text) break;
      joined.step(text, after->source);
    }
  }
  return joined;
}

}  // namespace framewright
