#pragma once

#include <cstddef>
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
  Origin(FileId file, std::uint32_t begin) : file_(file), placed_(true), first_{0, begin} {}
  FileId file() const { return file_; }
  // From byte `text` of the text on, its bytes stand at `source` of the file. Steps are added in order.
  void step(std::uint32_t text, std::uint32_t source);
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
  std::size_t size() const { return placed_ ? more_.size() + 1 : 0; }
  const Step& nth(std::size_t step) const { return step == 0 ? first_ : more_[step - 1]; }
  // The number of steps at or before a byte of the text.
  std::size_t steps_until(std::uint32_t text) const;

  FileId file_ = no_file;
  bool placed_ = false;
  Step first_{0, 0};  // apart from the others, as most texts have but this one
  std::vector<Step> more_;
};

}  // namespace framewright
