#include "publish/place.h"

#include <algorithm>
#include <utility>

namespace framewright {

namespace {

constexpr std::string_view marker_start = "Framewright made this folder";
constexpr std::string_view marker_text =
    "Framewright made this folder and replaces all of it at every build: change the sources, not these files.\n"
    "format: 1\n";

bool has_marker(const Folder& folder) {
  const auto text = folder.read(std::string(marker_name), marker_start.size());
  return text && *text == marker_start;
}

// Whether `inner` is `outer` or lies in it; both real paths.
bool lies_in(std::string_view inner, std::string_view outer) {
  if (outer == "/") return true;
  return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '/');
}

// Publishing replaces the whole folder, so it must hold nothing that people wrote.
void require_apart(const PublishTarget& target, const std::string& real) {
  const auto refuse = [&](const std::string& why) {
    throw PublishRefusal("cannot publish to " + target.folder + ": " + why +
                         ", and publishing replaces a folder with all in it; choose another folder with --output");
  };
  if (!target.site_root.empty() && lies_in(real_path(target.site_root), real)) refuse("the site's own files are in it");
  for (const std::string& source : target.sources) {
    const std::string real_source = real_path(source);
    if (lies_in(real, real_source)) refuse("it is a part of " + source);
    if (lies_in(real_source, real)) refuse(source + " is in it");
  }
}

std::pair<std::string, std::string> split(const std::string& path) {
  std::string trimmed = path;
  while (trimmed.size() > 1 && trimmed.back() == '/') trimmed.pop_back();
  std::size_t slash = trimmed.rfind('/');
  const std::string last = slash == std::string::npos ? trimmed : trimmed.substr(slash + 1);
  if (last.empty() || last == "." || last == "..") {
    trimmed = real_path(trimmed.empty() ? "." : trimmed);
    slash = trimmed.rfind('/');
  }
  if (slash == std::string::npos) return {".", trimmed};
  return {slash == 0 ? "/" : trimmed.substr(0, slash), trimmed.substr(slash + 1)};
}

}  // namespace

OutputPlace OutputPlace::take(const PublishTarget& target) {
  const auto [above, name] = split(target.folder);
  require_apart(target, real_path(target.folder));
  const std::string real_above = real_path(above);
  require_apart(target, (real_above == "/" ? "" : real_above) + "/" + name);
  if (name.empty()) throw PublishRefusal("cannot publish to " + target.folder + ": it is the whole disk");
  Folder parent = Folder::open_or_make(real_above, above == "." ? "" : above);
  auto lock = FileLock::take(real_above + "/." + name + ".lock");
  if (!lock)
    throw PublishRefusal("another build is publishing to " + target.folder +
                         " at this moment; wait until it has finished, then build again");
  return {target, std::move(parent), name, std::move(*lock)};
}

void OutputPlace::require_replaceable() const {
  if (target_.force) return;
  const std::string instead = "; publish to another folder with --output, or replace ";
  switch (parent_.kind(name_)) {
    case PathKind::absent: return;
    case PathKind::folder: break;
    case PathKind::link:
      throw PublishRefusal(shown() + " is a link, so it is left alone" + instead + "the link itself with --force");
    default:
      throw PublishRefusal(shown() + " is a file, not a folder, so it is left alone" + instead + "it with --force");
  }
  const auto folder = parent_.open(name_, shown());
  if (!folder || folder->names().empty()) return;
  if (!has_marker(*folder))
    throw PublishRefusal(shown() + " was not made by Framewright (no file " + std::string(marker_name) +
                         " is in it), so it is left alone" + instead + "all that is in it with --force");
  if (folder->kind(".git") != PathKind::absent)
    throw PublishRefusal(shown() + " is a git repository of its own (.git is in it), so it is left alone" + instead +
                         "all that is in it, .git too, with --force");
}

void OutputPlace::restore() const {
  if (parent_.kind(name_) == PathKind::absent && parent_.kind(hidden("former")) != PathKind::absent)
    parent_.rename(hidden("former"), name_);
}

bool OutputPlace::is_debris(const std::string& name) const {
  const auto folder = parent_.open(name, name);
  if (!folder) return false;
  if (has_marker(*folder)) return true;
  const std::vector<std::string> names = folder->names();
  return names.empty() || (names.size() == 1 && names.front() == marker_name);
}

std::vector<std::string> OutputPlace::clear_debris() const {
  std::vector<std::string> left;
  std::vector<std::string> names = parent_.names();
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    if (name != hidden("former") && !name.starts_with(hidden("staging-"))) continue;
    if (!is_debris(name)) {
      left.push_back(name + " beside " + shown() +
                     " looks like the rest of a build that was stopped, but is not surely one; remove it if it is not "
                     "yours");
      continue;
    }
    try {
      remove(name);
    } catch (const EnvironmentError& error) {
      left.push_back("the rest of a build that was stopped could not be removed: " + std::string(error.what()));
    }
  }
  return left;
}

std::string OutputPlace::make_staging() const {
  for (int number = 1;; ++number) {
    std::string name = hidden("staging-") + std::to_string(number);
    if (!parent_.make(name)) continue;
    try {
      const auto folder = parent_.open(name, shown());
      if (folder && folder->create(std::string(marker_name), marker_text)) return name;
    } catch (const EnvironmentError&) {
      parent_.remove(name);
      throw;
    }
    throw EnvironmentError("cannot write to " + name + ": another program has changed it");
  }
}

std::optional<std::string> OutputPlace::swap_in(const std::string& staging) const {
  require_replaceable();
  if (parent_.kind(name_) == PathKind::absent) {
    parent_.rename(staging, name_);
    return std::nullopt;
  }
  switch (parent_.exchange(staging, name_)) {
    case Exchange::done: return staging;
    case Exchange::unsupported: break;
    case Exchange::mount_point:
      throw PublishRefusal("cannot publish to " + shown() +
                           ": it is a disk or volume of its own, or comes from a container image, so it cannot be "
                           "exchanged for another folder; publish to a folder within it");
  }
  std::string former = hidden("former");
  parent_.rename(name_, former);
  try {
    parent_.rename(staging, name_);
  } catch (const EnvironmentError&) {
    parent_.rename(former, name_);
    throw;
  }
  return former;
}

std::size_t OutputPlace::remove(const std::string& name) const {
  // A forced-out folder has no marker yet; with one, what a kill leaves of it is known for debris.
  if (const auto folder = parent_.open(name, name); folder && !has_marker(*folder))
    static_cast<void>(folder->create(std::string(marker_name), marker_text));
  return parent_.remove(name, marker_name);
}

}  // namespace framewright
