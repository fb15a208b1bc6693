#include "cli/language_run.h"

#include <memory>

namespace framewright {

std::vector<LanguageRun> languages_of(SiteRun& run) {
  std::vector<LanguageRun> languages{{run, {}}};
  for (const std::unique_ptr<SiteRun>& each : run.translations)
    languages.push_back({*each, each->config.translation + "/"});
  return languages;
}

SiteOptions site_options_of(const std::vector<LanguageRun>& languages, const LanguageRun& language,
                            const FileStore& store, bool draft, bool for_files) {
  const SiteRun& run = language.run;
  SiteOptions options{draft, for_files, {}, {}, {}, {}};
  options.size_of = [&store](std::string_view file) {
    const std::uint64_t size = store.size("content/" + std::string(file));
    return size > 0 ? size : store.size("static/" + std::string(file));
  };
  for (const auto& supplement : run.plan.supplements) options.supplements.push_back(supplement.get());
  if (!run.plan.files.empty()) {
    const std::string& file = run.plan.files.front().file;
    options.data_folder = file.substr(0, file.find('/') + 1);
  }
  for (const LanguageRun& other : languages)
    if (&other != &language)
      options.languages.push_back({other.run.config.language, other.run.config.words.text("language.name"),
                                   (language.folder.empty() ? "" : "../") + other.folder, other.run.config.base_url,
                                   &other.run.routes});
  return options;
}

}  // namespace framewright
