#pragma once

#include <cstddef>
#include <functional>

namespace framewright {

// Calls work(index, worker) once for each index below count, on up to `threads` threads, fewer where the system gives
// no more; worker is below `threads`, and one worker handles one index at a time. Indices are handed out in order.
// Returns when all are done; the first exception thrown by `work` is thrown again here, after the others have stopped.
void parallel_for(std::size_t count, std::size_t threads,
                  const std::function<void(std::size_t index, std::size_t worker)>& work);

// The number of processors, at least 1.
std::size_t processor_count();

}  // namespace framewright
