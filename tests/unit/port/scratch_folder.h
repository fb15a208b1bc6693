#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

// A folder of the system's temporary ones, removed with all in it at the end of a test.
class ScratchFolder {
public:
  ScratchFolder() {
    static std::atomic<int> count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("framewright-test-" + std::to_string(std::filesystem::hash_value(std::filesystem::current_path())) + "-" +
             std::to_string(std::hash<const void*>{}(this)) + "-" + std::to_string(++count));
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string at(const std::string& name) const { return (path_ / name).string(); }
  std::string root() const { return path_.string(); }
  void put(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }

private:
  std::filesystem::path path_;
};
