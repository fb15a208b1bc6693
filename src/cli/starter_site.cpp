#include "cli/starter_site.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/embedded.h"
#include "base/toml_text.h"

namespace framewright {

// Made of the files of starter/ by the build.
std::span<const EmbeddedFile> embedded_starter();

namespace {

Date next_year(Date date) {
  const Date later = date + std::chrono::years(1);
  return later.ok() ? later : Date(later.year() / later.month() / std::chrono::last);
}

std::string filled(std::string_view text, const StarterFacts& facts) {
  const std::array<std::pair<std::string_view, std::string>, 4> places{
      {{"@TITLE@", toml_string(facts.title)},
       {"@ORGANISATION@", toml_string(facts.organisation)},
       {"@TODAY@", iso_date(facts.today)},
       {"@NEXT_YEAR@", iso_date(next_year(facts.today))}}};
  std::string out;
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('@'), text.size());
    out += text.substr(0, at);
    text.remove_prefix(at);
    const auto place =
        std::find_if(places.begin(), places.end(), [&](const auto& p) { return text.starts_with(p.first); });
    if (place != places.end()) out += place->second;
    const std::size_t taken = place != places.end() ? place->first.size() : std::min<std::size_t>(text.size(), 1);
    if (place == places.end()) out += text.substr(0, taken);
    text.remove_prefix(taken);
  }
  return out;
}

}  // namespace

std::vector<StarterFile> starter_site(const StarterFacts& facts) {
  std::vector<StarterFile> files;
  for (const EmbeddedFile& file : embedded_starter())
    files.push_back({file.path == "gitignore" ? ".gitignore" : std::string(file.path), filled(file.text, facts)});
  std::stable_partition(files.begin(), files.end(), [](const StarterFile& file) { return file.path != "site.toml"; });
  return files;
}

}  // namespace framewright
