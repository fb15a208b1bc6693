#pragma once

#include "base/document.h"
#include "model/model.h"

namespace framewright {

// Whether a block at the top of a text gives readers something beside headings: not a rule, not the notes at the end.
bool is_content(NodeKind kind);

// Whether a text has a block of content after its title.
bool has_content(const Text& text);

// Whether a page has nothing to read: no content, and no template or generated part of its own.
bool is_empty_page(const Model& model, ItemId item);

}  // namespace framewright
