#include "support/process.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace framewright {

namespace {

using Clock = std::chrono::steady_clock;

void require(int error, const char* what) {
  if (error != 0) throw std::system_error(error, std::generic_category(), what);
}

struct Pipe {
  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) require(errno, "pipe");
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    for (int& end : ends) shut(end);
  }
  static void shut(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
  std::array<int, 2> ends{-1, -1};
};

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> result;
  result.reserve(words.size() + 1);
  for (const std::string& word : words) result.push_back(const_cast<char*>(word.c_str()));
  result.push_back(nullptr);
  return result;
}

pid_t start(const Command& command, const Pipe& out, const Pipe& err) {
  posix_spawn_file_actions_t actions;
  require(posix_spawn_file_actions_init(&actions), "spawn");
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.ends[1], STDERR_FILENO);
  posix_spawn_file_actions_addchdir_np(&actions, command.folder.c_str());
  posix_spawnattr_t attributes;
  require(posix_spawnattr_init(&attributes), "spawn");
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  pid_t child = 0;
  const int error = posix_spawn(&child, command.arguments.at(0).c_str(), &actions, &attributes,
                                pointers(command.arguments).data(), pointers(command.environment).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  require(error, command.arguments[0].c_str());
  return child;
}

// Appends what has come; closes the end of the pipe at the end of the stream.
void drain(int& end, std::string& text) {
  std::array<char, 65536> buffer;
  const ssize_t count = read(end, buffer.data(), buffer.size());
  if (count > 0)
    text.append(buffer.data(), static_cast<std::size_t>(count));
  else if (count == 0 || errno != EINTR)
    Pipe::shut(end);
}

// False when the time ran out first.
bool collect(Pipe& out, Pipe& err, Outcome& outcome, Clock::time_point deadline) {
  while (out.ends[0] >= 0 || err.ends[0] >= 0) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    std::array<pollfd, 2> waiting{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0}};
    if (poll(waiting.data(), waiting.size(), static_cast<int>(left)) < 0 && errno != EINTR) require(errno, "poll");
    if (waiting[0].revents != 0) drain(out.ends[0], outcome.out);
    if (waiting[1].revents != 0) drain(err.ends[0], outcome.err);
  }
  return true;
}

}  // namespace

Outcome run(const Command& command) {
  Outcome outcome;
  Pipe out;
  Pipe err;
  const Clock::time_point deadline = Clock::now() + command.limit;
  const pid_t child = start(command, out, err);
  Pipe::shut(out.ends[1]);
  Pipe::shut(err.ends[1]);
  outcome.timed_out = !collect(out, err, outcome, deadline);
  if (outcome.timed_out) kill(-child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) outcome.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
  return outcome;
}

void respect_permissions() {
  if (geteuid() != 0) return;
  for (const unsigned long right : {0UL + CAP_DAC_OVERRIDE, 0UL + CAP_DAC_READ_SEARCH})
    if (prctl(PR_CAPBSET_READ, right, 0, 0, 0) == 1 && prctl(PR_CAPBSET_DROP, right, 0, 0, 0) != 0)
      require(errno, "giving up the super-user's rights over files");
}

}  // namespace framewright
