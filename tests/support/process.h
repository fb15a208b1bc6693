#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace framewright {

struct Command {
  std::vector<std::string> arguments;  // the program's path first
  std::filesystem::path folder;        // where it runs
  std::vector<std::string> environment;
  std::chrono::seconds limit{60};  // it and all that it started are killed after that
};

struct Outcome {
  std::string out;
  std::string err;
  int exit_code = 0;
  int signal = 0;  // that ended it; 0 when it ended by itself
  bool timed_out = false;
};

// Runs a program without a shell, its input empty, and waits for it and for all that holds its output open.
// Throws std::system_error when it cannot be started.
Outcome run(const Command& command);

// Takes from all programs started later the super-user's right to read and write whatever the permissions say, so that
// a test with an unreadable folder means the same for root as for anybody. Does nothing for an ordinary user.
void respect_permissions();

}  // namespace framewright
