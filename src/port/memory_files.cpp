#include "port/files.h"

#include "base/hash.h"

namespace framewright {

namespace {

std::string folder_prefix(std::string_view folder) {
  std::string prefix(folder);
  if (!prefix.empty() && !prefix.ends_with('/')) prefix += '/';
  return prefix;
}

bool has_passed_over_name(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    if (is_passed_over(path.substr(0, slash))) return true;
    if (slash == std::string_view::npos) return false;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace

std::vector<std::string> MemoryFileStore::list(std::string_view folder, std::vector<FileProblem>&) const {
  const std::string prefix = folder_prefix(folder);
  std::vector<std::string> found;
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file)
    if (!has_passed_over_name(std::string_view(file->first).substr(prefix.size()))) found.push_back(file->first);
  return found;
}

FileRead MemoryFileStore::read(std::string_view path) const {
  const auto file = files_.find(path);
  if (file != files_.end()) return {file->second, ""};
  return {std::nullopt, is_folder(path) ? "it is a folder" : "it cannot be read: it does not exist"};
}

bool MemoryFileStore::exists(std::string_view path) const { return files_.contains(path) || is_folder(path); }

bool MemoryFileStore::is_folder(std::string_view path) const {
  const std::string prefix = folder_prefix(path);
  const auto file = files_.lower_bound(prefix);
  return path.empty() || (file != files_.end() && file->first.starts_with(prefix));
}

std::uint64_t MemoryFileStore::size(std::string_view path) const {
  const auto file = files_.find(path);
  return file == files_.end() ? 0 : file->second.size();
}

FileMark MemoryFileStore::mark(std::string_view path) const {
  const auto found = files_.find(path);
  return {found == files_.end() ? "none" : std::to_string(fnv_hash(found->second)), true};
}

}  // namespace framewright
