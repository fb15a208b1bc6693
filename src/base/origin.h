#pragma once

#include <cstdint>
#include <vector>

#include "base/source.h"

namespace framewright {

// Where the bytes of a decoded text (a TOML string, a CSV cell, a Markdown body) stand in their file. Between two
// steps the text and the file run side by side; a step is set wherever they part (an escape, a doubled quote).
class Origin {
public:
  Origin() = default;
  // The text stands in the file just as it is, from `begin` on.
  Origin(FileId file, std::uint32_t begin) : file_(file), steps_{{0, begin}} {}
  FileId file() const { return file_; }
  // From byte `text` of the text on, its bytes stand at `source` of the file. Steps are added in order.
  void step(std::uint32_t text, std::uint32_t source) { steps_.push_back({text, source}); }
  // Place in the file of a byte of the text.
  std::uint32_t at(std::uint32_t text) const;
  Span span(std::size_t begin, std::size_t end) const;
  // Where the text stands when what it stands in is itself a text of the origin `outer`.
  Origin within(const Origin& outer) const;

private:
  struct Step {
    std::uint32_t text;
    std::uint32_t source;
  };
  FileId file_ = no_file;
  std::vector<Step> steps_;
};

}  // namespace framewright
