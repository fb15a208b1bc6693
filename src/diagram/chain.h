#pragma once

#include <span>
#include <string>
#include <vector>

#include "diagram/picture.h"

namespace framewright {

// One step of a chain: what kind of thing it is, and which there are.
struct ChainStep {
  std::string label;
  std::vector<std::string> names;
  bool chosen = false;  // where the chain is looked at from
};

// Steps under one another along a line that leads down. The subjects are the names of all steps, in their order. Of a
// step with many names the first six are drawn, and how many more there are.
Picture chain_picture(std::span<const ChainStep> steps);

}  // namespace framewright
