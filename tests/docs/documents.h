#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/folder.h"

namespace framewright {

// Of `names`, those that no document says: a name counts where it stands as a whole word in code (`name`, an indented
// or fenced block) or in a heading, since in prose many of them are everyday words.
std::vector<std::string> undocumented(std::span<const std::string> names, const Tree& documents);

// Links in a document that lead to no file, "docs/index.md: ../gone.md". Addresses of the web are not followed.
// The documents' names are paths from `root`.
std::vector<std::string> dead_links(const Tree& documents, const std::filesystem::path& root);

}  // namespace framewright
