#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "port/clock.h"

namespace framewright {

// What a stage of a run took, in all threads of the process.
struct StageTime {
  std::string stage;
  double begin = 0, wall = 0, cpu = 0;  // milliseconds; `begin` since the run began
  std::uint64_t peak = 0;               // bytes: the most memory that the process had held by its end (getrusage(2))
};

// Measures stages that follow one another or lie within one another; from one thread.
class StageTimes {
public:
  // Gives what `work` gives.
  template <class Work>
  decltype(auto) time(std::string stage, Work&& work) {
    const Running running(*this, std::move(stage));
    return std::forward<Work>(work)();
  }
  // In the order in which they began.
  const std::vector<StageTime>& all() const { return stages_; }
  // The whole so far.
  StageTime total() const;

private:
  class Running {
  public:
    Running(StageTimes& times, std::string stage);
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running();

  private:
    StageTimes& times_;
    std::size_t index_;
  };

  Stopwatch watch_;
  std::vector<StageTime> stages_;
};

}  // namespace framewright
