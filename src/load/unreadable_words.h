#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "load/sources.h"
#include "model/model.h"

namespace framewright {

// The words of the files that could not be read: what they may have named. A reference whose words stand in one of them
// may well be right, so that it is no finding of its own; any other is.
class UnreadableWords {
public:
  UnreadableWords(const Model& model, const std::vector<UnreadableFile>& files);
  // Whether an item of one of these types (of any, when there are none) may be called so. The other forms of its last
  // word, such as the plural, count as the word.
  bool may_name(std::string_view written, const std::vector<TypeId>& types) const;

private:
  bool holds(std::string_view word) const;

  std::unordered_set<std::string> words_;  // folded
  std::set<TypeId> unknown_;               // types of files of which not a byte could be read
  bool foreign_letters_ = false;           // whether one has letters in another encoding
};

}  // namespace framewright
