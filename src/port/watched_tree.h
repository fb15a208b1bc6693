#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace framewright {

// Inner part of port/file_watch: what of a folder is watched. Paths are relative to the root, with `/` between names.
class WatchedTree {
public:
  struct Entries {
    std::vector<std::string> files;    // paths, links among them
    std::vector<std::string> folders;  // paths
    bool has_link = false;
  };

  // `left_out`: names at the top of the root.
  WatchedTree(std::string root, std::set<std::string> left_out)
      : root_(std::move(root)), left_out_(std::move(left_out)) {}
  bool is_watched(std::string_view folder, std::string_view name) const;
  // What is in a folder that is watched, but not in those within it; nothing where it cannot be read.
  Entries entries(const std::string& folder) const;
  std::string on_disk(const std::string& path) const { return path.empty() ? root_ : root_ + "/" + path; }

private:
  std::string root_;
  std::set<std::string> left_out_;
};

}  // namespace framewright
