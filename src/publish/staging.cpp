#include "publish/staging.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::size_t most_marker_bytes = 1000;

std::string checked(std::string_view path) {
  bool good = !path.empty() && path.back() != '/' && path.find('\0') == std::string_view::npos;
  for (std::string_view rest = path; good && !rest.empty();) {
    const std::string_view name = next_field(rest, '/');
    good = !name.empty() && name != "." && name != "..";
  }
  if (!good) throw std::logic_error("not a path within a site: \"" + std::string(path) + "\"");
  return std::string(path);
}

}  // namespace

Staging Staging::open(const PublishTarget& target) {
  OutputPlace place = OutputPlace::take(target);
  place.restore();
  place.require_replaceable();
  std::vector<std::string> leftovers = place.clear_debris();
  std::string name = place.make_staging();
  Staging staging(std::move(place), std::move(name), std::move(leftovers));
  staging.open_folders();
  return staging;
}

Staging::Staging(OutputPlace place, std::string name, std::vector<std::string> leftovers)
    : place_(std::move(place)),
      name_(std::move(name)),
      leftovers_(std::move(leftovers)),
      record_(std::make_unique<Record>()) {}

void Staging::open_folders() {
  published_ = place_.parent().open(place_.name(), place_.shown());
  folder_ = place_.parent().open(name_, place_.shown());
  if (!folder_) throw EnvironmentError("cannot write to " + name_ + ": another program has removed it");
  if (!published_) return;
  folder_->copy_permissions(*published_);
  const std::string marker(marker_name);
  if (const auto mark = folder_->read(marker, most_marker_bytes);
      mark && mark == published_->read(marker, most_marker_bytes))
    folder_->copy_times(*published_, marker);
}

Staging::~Staging() {
  if (!record_) return;
  try {
    place_.remove(name_);
  } catch (const std::exception&) {
    // The next build clears it.
    return;
  }
}

template <class Content>
void Staging::put(std::string_view given, const Content& content) {
  std::string path = checked(given);
  const FileMatch match = published_ ? published_->compare(path, content) : FileMatch::absent;
  const bool linked = match == FileMatch::same && folder_->link_from(*published_, path);
  if (!linked) {
    if (!folder_->create(path, content)) throw std::logic_error("published twice: \"" + path + "\"");
    if (match == FileMatch::same) folder_->copy_times(*published_, path);
  }
  const std::lock_guard lock(record_->mutex);
  record_->paths.push_back(std::move(path));
  if (match == FileMatch::same) ++record_->unchanged;
  if (match == FileMatch::differs) ++record_->replaced;
}

void Staging::write(std::string_view path, std::string_view bytes) { put(path, bytes); }

void Staging::copy(const std::string& from, std::string_view path) { put(path, InputFile(from)); }

std::vector<std::string> Staging::paths() const {
  std::vector<std::string> sorted = record_->paths;
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

}  // namespace framewright
