#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace framewright {

// Names among which the one nearest to a mistaken name is looked for. Of a few all are compared; of many, those that
// stand near the mistaken one in the order of letters, read forwards or backwards: wherever a slip is, what is before
// it or after it leads there. So that a suggestion costs little, however many names there are.
class NearNames {
public:
  NearNames() = default;
  // The texts outlive this. The first of equally near names is that which comes first in the alphabet.
  explicit NearNames(std::vector<std::string_view> names);
  std::optional<std::string_view> nearest_to(std::string_view word) const;
  // Adds those that are to be compared with a word.
  void add_candidates(std::string_view word, std::vector<std::string_view>& candidates) const;

private:
  std::vector<std::string_view> forwards_;   // in order of their bytes
  std::vector<std::string_view> backwards_;  // in order of their bytes read from the end; empty for a few
};

}  // namespace framewright
