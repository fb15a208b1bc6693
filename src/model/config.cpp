#include "model/config.h"

#include <algorithm>

namespace framewright {

namespace {

constexpr std::string_view content_folder = "content/";

// The settings of a file are those of what it translates, unless it has its own.
const SourceSettings* find_source(const std::vector<SourceSettings>& sources, std::string_view path) {
  const auto found =
      std::find_if(sources.begin(), sources.end(), [&](const SourceSettings& each) { return each.path == path; });
  return found == sources.end() ? nullptr : &*found;
}

}  // namespace

const SourceSettings& Config::source(std::string_view path) const {
  static const SourceSettings usual;
  if (const SourceSettings* own = find_source(sources, path)) return *own;
  if (!is_of_translation(path)) return usual;
  const SourceSettings* original = find_source(sources, std::string(content_folder).append(*place_of(path)));
  return original == nullptr ? usual : *original;
}

std::optional<std::string_view> Config::place_of(std::string_view path) const {
  path.remove_prefix(content_folder.size());
  for (const Translation& each : translations) {
    if (path.size() <= each.code.size() || !path.starts_with(each.code) || path[each.code.size()] != '/') continue;
    if (each.code != translation) return std::nullopt;
    return path.substr(each.code.size() + 1);
  }
  return path;
}

bool Config::is_of_translation(std::string_view path) const {
  return !translation.empty() && path.starts_with(std::string(content_folder).append(translation).append("/"));
}

const Regime* Config::regime(std::string_view name) const {
  for (const Regime& each : regimes)
    if (each.name == name) return &each;
  return nullptr;
}

std::vector<const Regime*> Config::regimes_in_use() const {
  std::vector<const Regime*> used;
  for (const std::string& name : contracts.regimes)
    if (const Regime* each = regime(name)) used.push_back(each);
  return used;
}

}  // namespace framewright
