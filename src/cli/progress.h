#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace framewright {

// Tells a person at a terminal that work is going on, once it has taken more than a second. Says nothing to a pipe, and
// wipes its line when it is destroyed.
class Progress {
public:
  explicit Progress(std::string what);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

private:
  void tell();

  std::string what_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
  std::thread teller_;
};

}  // namespace framewright
