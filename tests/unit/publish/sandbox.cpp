#include "unit/publish/sandbox.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace framewright::testing {

namespace fs = std::filesystem;

Sandbox::Sandbox() {
  // In memory where there is such a folder, unless TMPDIR names another: the same tests take seconds on a busy disk.
  const bool in_memory = std::getenv("TMPDIR") == nullptr && ::access("/dev/shm", W_OK) == 0;
  std::string pattern = (in_memory ? "/dev/shm" : fs::temp_directory_path().string()) + "/framewright-test-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  root_ = fs::canonical(pattern).string();
}

Sandbox::~Sandbox() { fs::remove_all(root_); }

void Sandbox::write(const std::string& path, const std::string& text) const { write_file(fs::path(at(path)), text); }

std::string Sandbox::read(const std::string& path) const { return read_file(at(path)); }

Tree Sandbox::files(const std::string& folder) const { return read_tree(folder.empty() ? root_ : at(folder)); }

std::string Sandbox::without_root(std::string message) const {
  for (std::size_t at; (at = message.find(root_ + "/")) != std::string::npos;) message.erase(at, root_.size() + 1);
  return message;
}

FileFacts facts(const std::string& path) {
  struct stat read = {};
  if (::lstat(path.c_str(), &read) != 0) throw std::runtime_error("nothing at " + path);
  return {read.st_ino, read.st_nlink, read.st_mtim.tv_sec * 1'000'000'000LL + read.st_mtim.tv_nsec};
}

void set_changed(const std::string& path, long long seconds) {
  const std::array<timespec, 2> times = {timespec{seconds, 0}, timespec{seconds, 0}};
  if (::utimensat(AT_FDCWD, path.c_str(), times.data(), 0) != 0) throw std::runtime_error("no time set on " + path);
}

std::string in_child(const std::function<void()>& work) {
  std::array<int, 2> ends = {};
  if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0) throw std::runtime_error("no pair of sockets");
  const pid_t child = ::fork();
  if (child == 0) {
    std::string message;
    try {
      work();
    } catch (const std::exception& error) {
      message = error.what();
    }
    const ssize_t put = message.empty() ? 0 : ::send(ends[1], message.data(), message.size(), 0);
    ::_exit(put == static_cast<ssize_t>(message.size()) ? 0 : 1);
  }
  ::close(ends[1]);
  std::array<char, 1000> buffer = {};
  const ssize_t got = ::read(ends[0], buffer.data(), buffer.size());
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!WIFEXITED(status)) return "killed";
  if (got > 0) return {buffer.data(), static_cast<std::size_t>(got)};
  return WEXITSTATUS(status) == 0 ? "" : "failed";
}

void forbid(long call, int error, unsigned least) {
  const auto verdict =
      error == 0 ? SECCOMP_RET_KILL_PROCESS : SECCOMP_RET_ERRNO | (static_cast<unsigned>(error) & SECCOMP_RET_DATA);
  std::array<sock_filter, 6> program = {{
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 3, static_cast<unsigned>(call)},
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, args[2])},
      {BPF_JMP | BPF_JGE | BPF_K, 0, 1, least},
      {BPF_RET | BPF_K, 0, 0, verdict},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
  }};
  const sock_fprog filter = {program.size(), program.data()};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0)
    throw std::runtime_error("no system-call filter");
}

}  // namespace framewright::testing
