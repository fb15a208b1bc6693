#include "cli/timings.h"

#include <fmt/format.h>

#include "cli/text_layout.h"
#include "port/json.h"

namespace framewright {

namespace {

std::vector<std::string> row_of(const StageTime& stage) {
  constexpr double bytes_of_mebibyte = 1024.0 * 1024.0;
  return {stage.stage, fmt::format("{:>9.1f}", stage.wall), fmt::format("{:>9.1f}", stage.cpu),
          fmt::format("{:>9.1f}", static_cast<double>(stage.peak) / bytes_of_mebibyte)};
}

std::int64_t microseconds(double milliseconds) { return static_cast<std::int64_t>(milliseconds * 1e3); }

}  // namespace

std::string timings_table(const StageTimes& times) {
  std::vector<std::vector<std::string>> rows{{"stage", "  wall, ms", "   CPU, ms", " peak, MiB"}};
  for (const StageTime& stage : times.all()) rows.push_back(row_of(stage));
  rows.push_back(row_of(times.total()));
  return aligned(rows);
}

std::string chrome_trace(const StageTimes& times) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_object().key("traceEvents").begin_array();
  for (const StageTime& stage : times.all()) {
    json.begin_object().field("name", stage.stage).field("ph", "X").field("pid", 1).field("tid", 1);
    json.field("ts", microseconds(stage.begin)).field("dur", microseconds(stage.wall));
    json.key("args").begin_object().field("cpu_us", microseconds(stage.cpu));
    json.field("peak_bytes", stage.peak).end_object().end_object();
  }
  json.end_array().field("displayTimeUnit", "ms").end_object();
  return out + "\n";
}

}  // namespace framewright
