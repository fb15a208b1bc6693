#include "cli/site_folder.h"

#include "cli/command.h"
#include "cli/findings_report.h"
#include "load/config_loader.h"

namespace framewright {

namespace {

constexpr std::string_view config_path = "site.toml";

}  // namespace

bool holds_site(const FileStore& store) { return store.exists(config_path); }

std::unique_ptr<SiteRun> open_site(const FileStore& store, const SiteRunOptions& options) {
  if (holds_site(store)) return run_site(store, options);
  const std::string where = options.folder == "." ? "this folder" : options.folder;
  throw UsageError("there is no site.toml in " + where +
                   ": go to the folder of a site, name it with --site, or make one with `framewright init`");
}

std::string incomplete_note(const SiteRun& run) {
  if (!run.findings.has_errors()) return {};
  return "The site has " + findings_summary(run) +
         ", so something may be missing here; `framewright check` says what is wrong.\n";
}

std::unique_ptr<Declarations> read_declarations(const FileStore& store, Date today) {
  static const MemoryFileStore no_site{{std::string(config_path), "title = \"\"\n"}};
  auto read = std::make_unique<Declarations>();
  read->of_site = holds_site(store);
  const FileStore& from = read->of_site ? store : no_site;
  read->config = load_config(from, read->files, today, read->findings);
  return read;
}

std::string path_from_here(std::string_view site, std::string_view path) {
  while (site.starts_with("./")) site.remove_prefix(2);
  while (site.size() > 1 && site.ends_with('/')) site.remove_suffix(1);
  if (site.empty() || site == ".") return std::string(path);
  return std::string(site) + (site == "/" ? "" : "/") + std::string(path);
}

}  // namespace framewright
