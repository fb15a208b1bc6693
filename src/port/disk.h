#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "port/files.h"

namespace framewright {

// Files and folders that a person at the terminal pointed at; the published site goes through port/folder.h. Paths are
// those of the operating system, and the words of an EnvironmentError, which each of these throws, name them as given.

// Writes a file beside the place and renames it over what is there: a reader sees the old content or the new. Its
// folder must exist.
void replace_file(const std::string& path, std::string_view bytes);
std::string read_whole(const std::string& path);
bool path_exists(const std::string& path);
bool path_is_folder(const std::string& path);
// Makes the folder and those above it; it may be there. A file in the way is an error.
void make_folders(const std::string& path);

// Holds an exclusive lock on a file (made when missing) until destroyed, when the file is removed (flock; falls away
// with the process, which leaves the file: the next to take the lock takes it over).
class FileLock {
public:
  // Nothing when another process holds it. Throws EnvironmentError when the file cannot be made.
  static std::optional<FileLock> take(const std::string& path);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

private:
  FileLock(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  int descriptor_ = -1;
  std::string path_;
};

}  // namespace framewright
