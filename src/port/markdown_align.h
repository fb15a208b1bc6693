#pragma once

#include <cstddef>
#include <string_view>

namespace framewright {

struct Alignment {
  std::size_t literal = 0;
  std::size_t content = 0;
};

// How far a literal of cmark's tree and the content that it was read from run side by side: escapes, entities and the
// typographer's signs are longer or shorter in one of them. Stops at the end of either or where they differ.
// Without `escapes` a backslash is one, as it is in a bare address.
Alignment align(std::string_view literal, std::string_view content, bool escapes = true);

// The size of what follows the words of a link or image in brackets: `](url "title")`, `][label]` or `]`.
std::size_t link_tail_size(std::string_view content);

}  // namespace framewright
