#include "port/stage_times.h"

#include <sys/resource.h>

namespace framewright {

namespace {

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

struct Usage {
  double cpu = 0;
  std::uint64_t peak = 0;
};

Usage usage() {
  rusage facts{};
  ::getrusage(RUSAGE_SELF, &facts);
  return {milliseconds(facts.ru_utime) + milliseconds(facts.ru_stime),
          static_cast<std::uint64_t>(facts.ru_maxrss) * 1024};
}

}  // namespace

StageTimes::Running::Running(StageTimes& times, std::string stage) : times_(times), index_(times.stages_.size()) {
  times_.stages_.push_back({std::move(stage), times_.watch_.milliseconds(), 0, usage().cpu, 0});
}

StageTimes::Running::~Running() {
  StageTime& stage = times_.stages_[index_];
  const Usage now = usage();
  stage.wall = times_.watch_.milliseconds() - stage.begin;
  stage.cpu = now.cpu - stage.cpu;
  stage.peak = now.peak;
}

StageTime StageTimes::total() const {
  const Usage now = usage();
  return {"all", 0, watch_.milliseconds(), now.cpu, now.peak};
}

}  // namespace framewright
