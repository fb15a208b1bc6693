#pragma once

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace framewright {

// What changed in a folder since the last time it was asked.
struct FileChanges {
  std::set<std::string> paths;  // of files, relative to the root with `/` between names
  bool all = false;             // too much changed to be told; anything may have
  bool empty() const { return paths.empty() && !all; }
};

// Watches the files below a folder, those of folders that come later too, but for names that a listing passes over
// (is_passed_over) and the folders left out. By inotify(7), or by looking at every file again and again where that is
// not to be had (a network's file system, too many folders) or is not wanted.
class FileWatch {
public:
  enum class Way { best, polling };
  // `left_out`: names at the top of the root, such as "public". Throws EnvironmentError when the root cannot be opened.
  FileWatch(std::string root, std::set<std::string> left_out, Way way = Way::best);
  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;
  ~FileWatch();

  // Waits for changes, at most so long, and then for the short quiet that ends a burst of them. Empty when there were
  // none.
  FileChanges wait(std::chrono::milliseconds longest);
  bool is_polling() const;

private:
  class Watcher;
  std::unique_ptr<Watcher> watcher_;
};

}  // namespace framewright
