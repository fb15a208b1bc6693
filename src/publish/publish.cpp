#include "publish/publish.h"

#include <utility>

namespace framewright {

Published publish(Staging&& staging) {
  Staging given = std::move(staging);
  const std::optional<std::string> former = given.place_.swap_in(given.name_);
  const auto record = std::move(given.record_);
  Published result;
  result.unchanged = record->unchanged;
  result.written = record->paths.size() - record->unchanged;
  result.leftovers = std::move(given.leftovers_);
  result.files = std::move(record->paths);
  if (!former) return result;
  try {
    const std::size_t files = given.place_.remove(*former);
    const std::size_t kept = record->unchanged + record->replaced + (given.published_ ? 1 : 0);  // 1: the marker
    result.removed = files > kept ? files - kept : 0;
  } catch (const EnvironmentError& error) {
    result.leftovers.push_back("the new site is published, but the former one could not be removed: " +
                               std::string(error.what()));
  }
  return result;
}

}  // namespace framewright
