#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "port/input_file.h"
#include "port/output_file.h"

namespace framewright {

enum class PathKind { absent, file, folder, link, other };

// How a file on the disk stands to given bytes. A link or folder in its place `differs`.
enum class FileMatch { absent, differs, same };

// unsupported: by the file system or kernel. mount_point: one of the two is another file system, or a lower layer of
// one.
enum class Exchange { done, unsupported, mount_point };

// An open folder of the disk. It stays the same folder when it is renamed. Paths are relative to it, `/` between names,
// and may be used from any thread. Every member throws EnvironmentError where nothing else is said; its words name
// the path with `name` before it.
class Folder {
public:
  // Opens a folder, or makes it with those above it. A link to a folder is followed.
  static Folder open_or_make(const std::string& path, std::string name);
  // A folder within this one; nothing when there is none or a link or file is in its place.
  std::optional<Folder> open(const std::string& path, std::string name) const;
  Folder(Folder&& other) noexcept;
  Folder& operator=(Folder&& other) noexcept;
  ~Folder();

  PathKind kind(const std::string& path) const;
  // Names in the folder, in no order, without `.` and `..`.
  std::vector<std::string> names() const;
  // The beginning of a file, at most `limit` bytes; nothing when there is no such regular file. Follows no link.
  std::optional<std::string> read(const std::string& path, std::size_t limit) const;

  // Makes a folder; false when something is there.
  bool make(const std::string& path) const;
  // Makes a file that is not there, and the folders above it. It is always a new file: one that is there is never
  // written to, so hard links to it elsewhere keep their content. False when something is there.
  [[nodiscard]] bool create(const std::string& path, std::string_view bytes) const;
  [[nodiscard]] bool create(const std::string& path, const InputFile& input) const;
  // The same, to be written piece by piece; nothing when something is there.
  [[nodiscard]] std::optional<OutputFile> start(const std::string& path) const;
  // A file opened for reading; nothing when there is no such regular file. Follows no link.
  std::optional<InputFile> open_file(const std::string& path) const;
  FileMatch compare(const std::string& path, std::string_view bytes) const;
  FileMatch compare(const std::string& path, const InputFile& input) const;
  // Makes `path` a hard link to the same path in another folder, and the folders above it. False when the file system
  // or its rules allow none, and when something is there.
  bool link_from(const Folder& other, const std::string& path) const;
  // Gives a file the times of the same path in another folder.
  void copy_times(const Folder& other, const std::string& path) const;
  // Gives this folder the permissions and, where allowed, the group of another.
  void copy_permissions(const Folder& other) const;

  // Replaces a file, or an empty folder by a folder.
  void rename(const std::string& from, const std::string& to) const;
  // Swaps two paths in one step (renameat2, RENAME_EXCHANGE).
  Exchange exchange(const std::string& a, const std::string& b) const;
  // Removes a file or a folder with all in it, following no links; `last`, a name in that folder, after all the rest.
  // Gives the number of files removed, links included; nothing there is no error.
  std::size_t remove(const std::string& path, std::string_view last = {}) const;

private:
  Folder(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  int open_new(const std::string& path) const;
  int open_old(const std::string& path) const;
  void make_above(const std::string& path) const;
  std::string named(const std::string& path) const { return name_.empty() ? path : name_ + "/" + path; }

  int descriptor_;
  std::string name_;
};

// The path with links resolved, absolute; its end need not exist yet. Throws EnvironmentError.
std::string real_path(const std::string& path);

}  // namespace framewright
