#pragma once

#include <cstdint>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"

namespace framewright {

// A Markdown file in its two parts, as byte ranges of its text.
struct FrontMatter {
  bool present = false;
  bool closed = true;  // false: there is a finding, and all of the file is taken for front matter
  std::uint32_t toml_begin = 0, toml_end = 0;
  std::uint32_t body_begin = 0;
};

// Front matter stands between two lines of +++ at the top of the file.
FrontMatter split_front_matter(std::string_view text, FileId file, Diagnostics& diagnostics);

}  // namespace framewright
