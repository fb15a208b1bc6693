#pragma once

#include <string>

#include "port/stage_times.h"

namespace framewright {

// The stages as a table, one a line, with what the whole took at its end.
std::string timings_table(const StageTimes& times);

// The stages in the Trace Event Format, which chrome://tracing and ui.perfetto.dev show.
std::string chrome_trace(const StageTimes& times);

}  // namespace framewright
