// Runs a command and prints what it took: measure COMMAND… [ARGUMENT]…
// One line on standard output: seconds by the clock, seconds of all processors, bytes of memory at the peak, exit code.
// The command's own output goes to standard error. This program is small, so that what the command is counted with at
// its birth, a copy of this one, is not its peak; of several processes the peak is that of the largest.
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstring>

namespace {

// Where memory runs out, the command is ended, and nothing else of the machine.
void give_way() {
  if (std::FILE* file = std::fopen("/proc/self/oom_score_adj", "w"); file != nullptr) {
    std::fputs("1000", file);
    std::fclose(file);
  }
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

int exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: measure COMMAND [ARGUMENT]...\n");
    return 2;
  }
  give_way();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (const int error = posix_spawnp(&child, argv[1], &actions, nullptr, argv + 1, environ); error != 0) {
    std::fprintf(stderr, "%s: %s\n", argv[1], std::strerror(error));
    return 2;
  }
  int status = 0;
  rusage used{};
  if (wait4(child, &status, 0, &used) < 0) return 2;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::printf("%.6f %.6f %ld %d\n", took.count(), seconds(used.ru_utime) + seconds(used.ru_stime),
              used.ru_maxrss * 1024, exit_code(status));
  return 0;
}
