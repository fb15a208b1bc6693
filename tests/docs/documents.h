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

// The first word of each line that the program writes for these arguments, as `explain --list` names the rules: what
// there is to document. Throws std::runtime_error unless it exits with 0 and names something.
std::vector<std::string> listed_names(const std::filesystem::path& program, const std::vector<std::string>& arguments);

// What the program's help says there is: its commands, and the options of each as they are typed, "--site" and "-s".
// Throws as listed_names does.
std::vector<std::string> commands_and_options(const std::filesystem::path& program);

// The keys that the loader reads of site.toml, as its sources ask for them: reader.text("base_url", …).
std::vector<std::string> configuration_keys(const Tree& loader_sources);

// Links in a document that lead to no file, "docs/index.md: ../gone.md". Addresses of the web are not followed.
// The documents' names are paths from `root`.
std::vector<std::string> dead_links(const Tree& documents, const std::filesystem::path& root);

}  // namespace framewright
