#include "base/parallel.h"

#include <doctest/doctest.h>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace framewright;

TEST_CASE("every index is handled once, whatever the number of threads") {
  for (const std::size_t threads : {0u, 1u, 2u, 7u, 200u}) {
    CAPTURE(threads);
    std::vector<std::atomic<int>> calls(100);
    std::atomic<bool> within = true;
    parallel_for(calls.size(), threads, [&](std::size_t index, std::size_t worker) {
      ++calls[index];
      if (worker >= std::max<std::size_t>(threads, 1)) within = false;
    });
    for (const auto& count : calls) CHECK(count == 1);
    CHECK(within);
  }
}

TEST_CASE("nothing is called for no index, and one thread goes in order") {
  parallel_for(0, 4, [](std::size_t, std::size_t) { FAIL("called"); });
  std::vector<std::size_t> order;
  parallel_for(4, 1, [&](std::size_t index, std::size_t) { order.push_back(index); });
  CHECK(order == std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("a worker handles one index at a time") {
  std::vector<std::atomic<int>> busy(3);
  std::atomic<bool> alone = true;
  parallel_for(60, 3, [&](std::size_t, std::size_t worker) {
    if (++busy[worker] > 1) alone = false;
    std::this_thread::yield();
    --busy[worker];
  });
  CHECK(alone);
}

TEST_CASE("what is thrown on any thread comes out, and the rest is left undone") {
  for (const std::size_t threads : {1u, 4u}) {
    CAPTURE(threads);
    std::atomic<std::size_t> calls = 0;
    CHECK_THROWS_WITH_AS(parallel_for(1'000'000, threads,
                                      [&](std::size_t index, std::size_t) {
                                        ++calls;
                                        if (index == 10) throw std::runtime_error("no room");
                                      }),
                         "no room", std::runtime_error);
    CHECK(calls < 1'000'000);
  }
}

// The memory that a sanitiser reserves leaves no room for a limit.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("where the system gives no more threads, those that there are do all the work") {
  rlimit usual{};
  REQUIRE(getrlimit(RLIMIT_AS, &usual) == 0);
  std::ifstream statm("/proc/self/statm");
  rlim_t pages = 0;
  statm >> pages;
  rlimit tight = usual;
  tight.rlim_cur = pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE)) + (rlim_t{64} << 20);
  std::vector<std::atomic<int>> calls(500);
  std::atomic<std::size_t> workers = 0;
  REQUIRE(setrlimit(RLIMIT_AS, &tight) == 0);
  parallel_for(calls.size(), 500, [&](std::size_t index, std::size_t worker) {
    ++calls[index];
    if (worker >= workers) workers = worker + 1;
    usleep(100);
  });
  REQUIRE(setrlimit(RLIMIT_AS, &usual) == 0);
  CHECK(std::all_of(calls.begin(), calls.end(), [](const auto& count) { return count == 1; }));
  CHECK(workers < 500);
}
#endif

TEST_CASE("there is a processor") { CHECK(processor_count() >= 1); }
