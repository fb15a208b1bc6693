#pragma once

#include <cstddef>
#include <string>

#include "model/site_plan.h"

namespace framewright {

// Gathers text and hands it on in pieces, so that a long file is never held. Write to `text`, and call `pass()` where
// the text may be cut; `end()` hands on the rest.
class PieceWriter {
public:
  explicit PieceWriter(const ByteSink& sink) : sink_(sink) {}
  PieceWriter(const PieceWriter&) = delete;
  PieceWriter& operator=(const PieceWriter&) = delete;

  std::string text;
  void pass() {
    if (text.size() >= piece_size) end();
  }
  void end() {
    sink_(text);
    text.clear();
  }

private:
  static constexpr std::size_t piece_size = 65536;
  const ByteSink& sink_;
};

}  // namespace framewright
