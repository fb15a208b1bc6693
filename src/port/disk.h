#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "port/files.h"

namespace framewright {

// Changes to the disk. Paths are those of the operating system; the words of an EnvironmentError name them as given.

// Replaces the file's content or makes it; its folder must exist. Not atomic: write to a staging folder, then exchange.
// Throws EnvironmentError.
void write_file(const std::string& path, std::string_view bytes);
// The same, first into a file beside it and then renamed over it: a reader sees the old content or the new.
void replace_file(const std::string& path, std::string_view bytes);
// Throws EnvironmentError; for files that the program itself wrote or was pointed at.
std::string read_whole(const std::string& path);

// Makes the folder and those above it. Throws EnvironmentError, also when a file stands in the way.
void make_folders(const std::string& path);
// False when the file systems differ or know no hard links (the caller then writes); throws EnvironmentError otherwise.
bool hard_link(const std::string& from, const std::string& to);
// Renames a file or folder, over a file that is there. Throws EnvironmentError.
void rename_path(const std::string& from, const std::string& to);
// Swaps two folders in one step (Linux, renameat2); where the file system cannot, by renaming in turn, which leaves a
// moment without `b`; if that fails half-way the first state is restored. Throws EnvironmentError.
void exchange_folders(const std::string& a, const std::string& b);
// The second way of exchange_folders alone.
void exchange_by_renaming(const std::string& a, const std::string& b);
// Removes a file or folder with all in it, following no links; nothing there is no error. Throws EnvironmentError.
void remove_tree(const std::string& path);
void remove_file(const std::string& path);

bool path_exists(const std::string& path);
bool path_is_folder(const std::string& path);
// Names in a folder, sorted by bytes, hidden ones included. Throws EnvironmentError.
std::vector<std::string> names_in(const std::string& folder);
std::optional<std::uint64_t> file_size(const std::string& path);
// Nanoseconds since 1970 of the last change of content; nothing when it does not exist.
std::optional<std::int64_t> changed_at(const std::string& path);
// Makes what was written to a folder durable (fsync).
void sync_folder(const std::string& path);

// Holds an exclusive lock on a file (made when missing) until destroyed (flock; falls away with the process).
class FileLock {
public:
  // Nothing when another process holds it. Throws EnvironmentError when the file cannot be made.
  static std::optional<FileLock> take(const std::string& path);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace framewright
