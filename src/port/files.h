#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace framewright {

// The machine, not an author, is at fault: a full disk, no permission. what() is plain words for the person at the
// terminal: "cannot write public/x.html: there is no space left on the disk".
class EnvironmentError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

struct FileRead {
  std::optional<std::string> text;
  std::string problem;  // in plain words, when there is no text: "it is a folder"
  // The problem said of `subject`: "this file is a folder".
  std::string problem_of(std::string_view subject) const { return std::string(subject) + problem.substr(2); }
};

// A file or folder that a listing had to leave out.
struct FileProblem {
  std::string path;     // relative to the root
  std::string message;  // "this link leads out of the site's folder"
};

// What tells two states of a file apart without reading it.
struct FileMark {
  std::string text;      // never empty
  bool settled = false;  // a later change would give another mark: the file is older than its file system's clock ticks
};

// The files of a site, by paths relative to its root with `/` between names. Reading is safe from several threads.
class FileStore {
public:
  virtual ~FileStore() = default;

  // Every regular file of a folder ("" is the root) and of those in it, sorted by bytes. Names that begin with a dot
  // and those of editors' copies (`x~`, `x.swp`, `#x#`) are passed over. A folder that does not exist lists nothing.
  virtual std::vector<std::string> list(std::string_view folder, std::vector<FileProblem>& problems) const = 0;
  // The bytes as they are; a byte-order mark stays.
  virtual FileRead read(std::string_view path) const = 0;
  virtual bool exists(std::string_view path) const = 0;
  virtual bool is_folder(std::string_view path) const = 0;
  // Bytes; 0 for what does not exist.
  virtual std::uint64_t size(std::string_view path) const = 0;
  virtual FileMark mark(std::string_view path) const = 0;
};

// The files below a folder of the disk. Links that lead out of it are neither listed nor read.
class DiskFileStore : public FileStore {
public:
  explicit DiskFileStore(std::string root);
  std::vector<std::string> list(std::string_view folder, std::vector<FileProblem>& problems) const override;
  FileRead read(std::string_view path) const override;
  bool exists(std::string_view path) const override;
  bool is_folder(std::string_view path) const override;
  std::uint64_t size(std::string_view path) const override;
  FileMark mark(std::string_view path) const override;
  // The path on the disk of a path of the store.
  std::string on_disk(std::string_view path) const;

private:
  std::string root_;
  std::string real_root_;  // with links resolved
};

class MemoryFileStore : public FileStore {
public:
  MemoryFileStore() = default;
  explicit MemoryFileStore(std::map<std::string, std::string, std::less<>> files) : files_(std::move(files)) {}
  MemoryFileStore(std::initializer_list<std::pair<const std::string, std::string>> files) : files_(files) {}
  void add(std::string path, std::string text) { files_.insert_or_assign(std::move(path), std::move(text)); }
  std::vector<std::string> list(std::string_view folder, std::vector<FileProblem>& problems) const override;
  FileRead read(std::string_view path) const override;
  bool exists(std::string_view path) const override;
  bool is_folder(std::string_view path) const override;
  std::uint64_t size(std::string_view path) const override;
  FileMark mark(std::string_view path) const override;

private:
  std::map<std::string, std::string, std::less<>> files_;
};

// Whether a listing passes over a file or folder of this name: hidden ones and editors' copies.
bool is_passed_over(std::string_view name);

}  // namespace framewright
