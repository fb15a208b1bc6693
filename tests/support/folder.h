#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace framewright {

// A new empty folder that goes with the object, whatever permissions were changed in it.
class TemporaryFolder {
public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
};

// These throw std::runtime_error or std::filesystem::filesystem_error.
std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view bytes);  // makes its folders

// Every file under a folder by its path from there; a symbolic link's content is "-> " and where it leads.
using Tree = std::map<std::string, std::string>;
Tree read_tree(const std::filesystem::path& folder);
void write_tree(const std::filesystem::path& folder, const Tree& tree);

}  // namespace framewright
