#pragma once

#include <chrono>
#include <cstdint>

#include "base/date.h"

namespace framewright {

// The day it is: that of SOURCE_DATE_EPOCH (reproducible-builds.org) if it is set, in UTC; otherwise by the local
// clock.
Date today();

// Seconds since 1970: SOURCE_DATE_EPOCH if it is set, otherwise the clock.
std::int64_t seconds_now();
// `2027-04-01T09:30:00Z` of seconds since 1970.
std::string iso_time(std::int64_t seconds);

// Time passed since it was made or restarted; unmoved by changes of the clock.
class Stopwatch {
public:
  double seconds() const;
  double milliseconds() const { return seconds() * 1000; }
  void restart() { start_ = std::chrono::steady_clock::now(); }

private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace framewright
