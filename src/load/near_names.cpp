#include "load/near_names.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::size_t few = 400;
constexpr std::size_t reach = few / 4;

bool less_backwards(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

// The names on both sides of where `place` would be put in.
void add_around(const std::vector<std::string_view>& names, std::vector<std::string_view>::const_iterator place,
                std::vector<std::string_view>& candidates) {
  const auto at = static_cast<std::size_t>(place - names.begin());
  const std::size_t from = at > reach ? at - reach : 0;
  for (std::size_t i = from; i < std::min(names.size(), at + reach); ++i) candidates.push_back(names[i]);
}

}  // namespace

NearNames::NearNames(std::vector<std::string_view> names) : forwards_(std::move(names)) {
  std::sort(forwards_.begin(), forwards_.end());
  if (forwards_.size() <= few) return;
  backwards_ = forwards_;
  std::sort(backwards_.begin(), backwards_.end(), less_backwards);
}

void NearNames::add_candidates(std::string_view word, std::vector<std::string_view>& candidates) const {
  if (backwards_.empty()) {
    candidates.insert(candidates.end(), forwards_.begin(), forwards_.end());
    return;
  }
  add_around(forwards_, std::lower_bound(forwards_.begin(), forwards_.end(), word), candidates);
  add_around(backwards_, std::lower_bound(backwards_.begin(), backwards_.end(), word, less_backwards), candidates);
}

std::optional<std::string_view> NearNames::nearest_to(std::string_view word) const {
  std::vector<std::string_view> candidates;
  add_candidates(word, candidates);
  return nearest(word, candidates);
}

}  // namespace framewright
