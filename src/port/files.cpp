#include "port/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <ctime>
#include <memory>

#include "base/text.h"
#include "port/descriptor.h"
#include "port/open_folder.h"
#include "port/system_words.h"

namespace framewright {

namespace {

constexpr std::size_t deepest_folder = 64;
constexpr off_t largest_file = 0x7fffffff;  // places in a file are of 32 bits

// The path with links resolved; empty when it does not exist.
std::string resolved(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  return real ? std::string(real.get()) : std::string();
}

// The same of a file that is open, which is quicker and tells of the very file: proc(5), where there is one.
std::string resolved(const Descriptor& file, const std::string& path) {
  const std::string link = "/proc/self/fd/" + std::to_string(file.number());
  std::array<char, PATH_MAX> target;
  const ssize_t size = ::readlink(link.c_str(), target.data(), target.size());
  if (size <= 0 || static_cast<std::size_t>(size) == target.size()) return resolved(path);
  return std::string(target.data(), static_cast<std::size_t>(size));
}

bool is_within(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

enum class Entry { file, folder, other, missing };

Entry entry_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return Entry::missing;
  if (S_ISREG(status.st_mode)) return Entry::file;
  return S_ISDIR(status.st_mode) ? Entry::folder : Entry::other;
}

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + std::int64_t{time.tv_nsec};
}

// How long two changes may have the same time. Times in whole seconds tell of a file system that keeps no others (FAT
// keeps every second one); Linux takes others from a clock that ticks at least a hundred times a second.
std::int64_t tick_of(const struct stat& status) {
  const bool whole_seconds = status.st_mtim.tv_nsec == 0 || status.st_ctim.tv_nsec == 0;
  return whole_seconds ? 3'000'000'000 : 30'000'000;
}

// Walks the folders of a disk store. A link is followed only to a place within the root, and a folder never entered
// from within itself.
class Walk {
public:
  Walk(const DiskFileStore& store, const std::string& root, std::vector<FileProblem>& problems)
      : store_(store), root_(root), problems_(problems) {}

  void folder(const std::string& path, std::size_t depth) {
    if (depth > deepest_folder) return problem(path, "folders lie too deeply within one another here");
    const std::string place = store_.on_disk(path);
    const OpenFolder open(::opendir(place.c_str()));
    if (!open) {
      if (errno != ENOENT && errno != ENOTDIR) problem(path, "this folder cannot be read: " + system_words(errno));
      return;
    }
    while (const dirent* entry = ::readdir(open.get())) {
      const std::string_view name = entry->d_name;
      if (!is_passed_over(name)) member(path_in(path, name), entry->d_type, depth);
    }
  }

  std::vector<std::string> sorted() {
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

private:
  void member(const std::string& path, unsigned char type, std::size_t depth) {
    if (type == DT_REG) return keep(path);
    if (type == DT_DIR) return folder(path, depth + 1);
    const std::string place = store_.on_disk(path);
    struct stat status {};
    const bool link = type == DT_LNK || (::lstat(place.c_str(), &status) == 0 && S_ISLNK(status.st_mode));
    if (link) {
      const std::string target = resolved(place);
      if (target.empty()) return problem(path, "this link leads to nothing");
      if (!is_within(target, root_)) return problem(path, "this link leads out of the site's folder");
      const std::string own_folder = resolved(store_.on_disk(path.substr(0, path.find_last_of('/') + 1)));
      if (entry_of(place) == Entry::folder && is_within(own_folder, target))
        return problem(path, "this link leads back to a folder that it lies in");
    }
    switch (entry_of(place)) {
      case Entry::file: return keep(path);
      case Entry::folder: return folder(path, depth + 1);
      case Entry::other: return problem(path, "this is neither a file nor a folder");
      case Entry::missing: return problem(path, "this cannot be read: " + system_words(errno));
    }
  }

  void keep(const std::string& path) {
    if (first_invalid_utf8(path)) return problem(path, "the name of this file is not in UTF-8; give it another");
    if (path.find('\\') != std::string::npos || path.find_first_of("\n\r\t") != std::string::npos)
      return problem(path, "the name of this file has a character that no address may have; give it another");
    found_.push_back(path);
  }

  void problem(const std::string& path, std::string message) { problems_.push_back({path, std::move(message)}); }

  const DiskFileStore& store_;
  const std::string& root_;
  std::vector<FileProblem>& problems_;
  std::vector<std::string> found_;
};

// "." and ".." and empty parts would name one file in two ways, or lead out of the root.
bool is_plain_path(std::string_view path) {
  if (path.empty() || path.find('\0') != std::string_view::npos) return path.empty();
  while (!path.empty()) {
    const std::size_t before = path.size();
    const std::string_view name = next_field(path, '/');
    if (name.empty() || name == "." || name == "..") return false;
    if (path.empty() && before > name.size()) return false;
  }
  return true;
}

}  // namespace

bool is_passed_over(std::string_view name) {
  return name.empty() || name.front() == '.' || name.back() == '~' || name.ends_with(".swp") ||
         name.ends_with(".swo") || (name.front() == '#' && name.back() == '#');
}

DiskFileStore::DiskFileStore(std::string root) : root_(std::move(root)) {
  if (root_.empty()) root_ = ".";
  real_root_ = resolved(root_);
}

std::string DiskFileStore::on_disk(std::string_view path) const {
  if (path.empty()) return root_;
  std::string place = root_;
  if (!place.ends_with('/')) place += '/';
  return place.append(path);
}

std::vector<std::string> DiskFileStore::list(std::string_view folder, std::vector<FileProblem>& problems) const {
  if (!is_plain_path(folder)) return {};
  Walk walk(*this, real_root_, problems);
  walk.folder(std::string(folder), 0);
  return walk.sorted();
}

FileRead DiskFileStore::read(std::string_view path) const {
  if (!is_plain_path(path) || path.empty()) return {std::nullopt, "it lies outside the site's folder"};
  const std::string place = on_disk(path);
  const Descriptor file(::open(place.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0)
    return {std::nullopt, "it cannot be read: " + system_words(errno)};
  if (S_ISDIR(status.st_mode)) return {std::nullopt, "it is a folder"};
  if (!S_ISREG(status.st_mode)) return {std::nullopt, "it is not a file"};
  if (!is_within(resolved(file, place), real_root_))
    return {std::nullopt, "it is a link that leads out of the site's folder"};
  if (status.st_size >= largest_file) return {std::nullopt, "it is larger than 2 GB"};
  auto text = read_to_end(file, static_cast<std::size_t>(status.st_size));
  if (!text) return {std::nullopt, "it cannot be read: " + system_words(errno)};
  return {std::move(text), ""};
}

bool DiskFileStore::exists(std::string_view path) const {
  return is_plain_path(path) && entry_of(on_disk(path)) != Entry::missing;
}

bool DiskFileStore::is_folder(std::string_view path) const {
  return is_plain_path(path) && entry_of(on_disk(path)) == Entry::folder;
}

FileMark DiskFileStore::mark(std::string_view path) const {
  struct stat status {};
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  if (!is_plain_path(path) || ::stat(on_disk(path).c_str(), &status) != 0) return {"none", true};
  const std::int64_t modified = nanoseconds(status.st_mtim), changed = nanoseconds(status.st_ctim);
  return {fmt::format("{} {} {} {} {}", status.st_size, modified, changed, status.st_ino, status.st_dev),
          nanoseconds(now) - std::max(modified, changed) > tick_of(status)};
}

std::uint64_t DiskFileStore::size(std::string_view path) const {
  struct stat status {};
  if (!is_plain_path(path) || ::stat(on_disk(path).c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::uint64_t>(status.st_size);
}

}  // namespace framewright
