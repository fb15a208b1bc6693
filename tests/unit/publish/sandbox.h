#pragma once

#include <sys/types.h>

#include <functional>
#include <string>

#include "support/folder.h"

namespace framewright::testing {

// A folder of its own for a test, removed with all in it at the end.
class Sandbox {
public:
  Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;
  ~Sandbox();
  std::string at(const std::string& path) const { return root_ + "/" + path; }
  const std::string& root() const { return root_; }
  void write(const std::string& path, const std::string& text) const;
  std::string read(const std::string& path) const;
  Tree files(const std::string& folder = "") const;
  // Message with the sandbox's own path left out.
  std::string without_root(std::string message) const;

private:
  std::string root_;
};

struct FileFacts {
  ino_t inode;
  nlink_t links;
  long long changed;  // nanoseconds
  friend bool operator==(const FileFacts&, const FileFacts&) = default;
};
FileFacts facts(const std::string& path);
void set_changed(const std::string& path, long long seconds);

// Runs in a child process: nothing when it returned, what() when it threw, "killed" when it was killed.
std::string in_child(const std::function<void()>& work);

// From here on the system call of this number fails in this process with the error (0: it kills the process) when its
// third argument, little-endian, is at least as large. For children.
void forbid(long call, int error, unsigned least = 0);

}  // namespace framewright::testing
