#include "cli/progress.h"

#include <chrono>

#include "port/terminal.h"

namespace framewright {

Progress::Progress(std::string what) : what_(std::move(what)) {
  if (is_terminal(Stream::error)) teller_ = std::thread([this] { tell(); });
}

void Progress::tell() {
  std::unique_lock lock(mutex_);
  int seconds = 0;
  while (!changed_.wait_for(lock, std::chrono::seconds(1), [this] { return done_; }))
    print(Stream::error, "\r" + what_ + " … " + std::to_string(++seconds) + " s");
  if (seconds > 0) print(Stream::error, "\r\x1b[K");
}

Progress::~Progress() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  changed_.notify_all();
  if (teller_.joinable()) teller_.join();
}

}  // namespace framewright
