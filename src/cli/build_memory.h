#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "port/recorded_files.h"

namespace framewright {

// What is kept of a build, so that one after it that would make the same is known to be done: what was asked of the
// site's files and how they stood, how the files stand that were made, and what was told.
//
// It is kept in the user's folder for caches (XDG Base Directory Specification), one file for each folder that is
// published to, and may be removed at any time.
struct BuildMemory {
  std::string key;  // what a build depends on beside the site's files: the program, the options, the day
  std::vector<FileAnswer> asked;
  std::vector<FileAnswer> made;  // below the folder that was published to
  std::size_t files = 0;         // that were published
  int exit_code = 0;
  std::string told;     // between the counts of files and the time: the number of pages and where they are
  std::string summary;  // of the findings
  std::string report;   // the findings
};

// How the files stand that were just published to a folder, and that there are no others.
std::vector<FileAnswer> files_made(const std::string& folder, std::vector<std::string> files, std::size_t threads);

// Nothing when no such build is known, or no longer stands: some file of the site or of what was published is another.
std::optional<BuildMemory> recall_build(const std::string& published, const std::string& key, const FileStore& store,
                                        std::size_t threads);

// A build that cannot be kept, for want of a folder or of space, is made again the next time.
void keep_build(const std::string& published, const BuildMemory& memory);

}  // namespace framewright
