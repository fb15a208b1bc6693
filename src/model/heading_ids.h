#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/document.h"

namespace framewright {

struct HeadingId {
  std::uint32_t node;  // of the document
  std::string id;
};

// The anchor of each heading, in their order: its own {#id}, or its words as the git hosts make anchors, with -1, -2 …
// behind what another heading of the page has already. A heading whose words leave nothing is "section". An id of a
// heading's own stands as it is, even where it repeats one: that is for the checks to say.
std::vector<HeadingId> heading_ids(const Document& document);

}  // namespace framewright
