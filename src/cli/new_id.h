#pragma once

#include <string>
#include <string_view>

#include "model/model.h"

namespace framewright {

// A title as a file name and an id: "Contracts are managed" is contracts-are-managed. At most 60 characters, cut
// between words; empty when the title has no letter or digit.
std::string title_slug(std::string_view title);

// The id of a new item. A type with numbers in its ids, by its pattern or by the ids that it has (C-0041), goes on from
// the greatest of them; any other takes the slug of the title, with a number when that is taken. Throws UsageError when
// neither gives an id of the form that the type asks for.
std::string next_id(const Model& model, TypeId type, std::string_view title);

// Throws UsageError when a type cannot have an item of this id: its form is wrong, or it is taken.
void require_free_id(const Model& model, TypeId type, std::string_view id);

// `stem`, or the first of stem-2, stem-3, … that is free.
template <class IsFree>
std::string first_free(const std::string& stem, const IsFree& is_free) {
  std::string candidate = stem;
  for (std::size_t number = 2; !is_free(candidate); ++number) candidate = stem + "-" + std::to_string(number);
  return candidate;
}

}  // namespace framewright
