#include "cli/site_writer.h"

#include <atomic>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/parallel.h"
#include "cli/language_run.h"
#include "cli/publishable_findings.h"
#include "render/extras.h"
#include "render/page_renderer.h"

namespace framewright {

namespace {

// Of a file that another share has, its size alone.
std::uint64_t write_file(const PlannedFile& file, const std::string& path, const Share& share, Staging& staging) {
  if (share.has(path)) return staging.write_stream(path, file.write);
  std::uint64_t size = 0;
  file.write([&](std::string_view bytes) { size += bytes.size(); });
  return size;
}

// Writes the data, before the pages that say how large each file is. The largest are planned last, so they come first
// and the threads end together. A translation has the data of the site that it translates.
void write_data(const LanguageRun& language, const SiteRun& site, std::size_t threads, const Share& share,
                Staging& staging) {
  SitePlan& plan = language.run.plan;
  std::unordered_map<std::string_view, std::uint64_t> sizes;
  for (const PlannedFile& original : site.plan.files) sizes.emplace(original.file, original.size);
  parallel_for(plan.files.size(), threads, [&](std::size_t index, std::size_t) {
    PlannedFile& file = plan.files[plan.files.size() - 1 - index];
    const auto original = sizes.find(file.file);
    const bool shared = language.run.routes.shared.contains(file.file) && original != sizes.end();
    file.size = shared ? original->second : write_file(file, language.folder + file.file, share, staging);
  });
  for (const PlannedFolder& folder : plan.folders)
    folder.write(threads, [&](std::string_view name, std::string_view bytes) {
      const std::string path = language.folder + folder.folder + "/" + std::string(name);
      if (share.has(path)) staging.write(path, bytes);
    });
}

bool write_pages(const LanguageRun& language, const Site& site, const DiskFileStore& disk,
                 const SiteRunOptions& options, const Share& share, Staging& staging) {
  SiteRun& run = language.run;
  std::vector<Diagnostics> found(options.threads);
  std::atomic<bool> sound = true;
  parallel_for(run.routes.pages.size(), options.threads, [&](std::size_t index, std::size_t worker) {
    if (!sound && !options.drafts) return;
    const std::string file = language.folder + run.routes.pages[index].file;
    if (!share.has(file)) return;
    std::string page;
    const std::size_t before = found[worker].all().size();
    render_page(run.routes.pages[index], site, page, found[worker]);
    if (found[worker].all().size() == before)
      staging.write(file, page);
    else
      sound = false;
  });
  Diagnostics extras;
  if (sound || options.drafts) {
    for (const ExtraFile& file : render_extras(site, run.theme, extras))
      if (share.has(language.folder + file.file)) staging.write(language.folder + file.file, file.bytes);
    for (const CopyRoute& copy : run.routes.copies)
      if (share.has(language.folder + copy.file)) staging.copy(disk.on_disk(copy.from), language.folder + copy.file);
  }
  for (Diagnostics& each : found) run.findings.merge(std::move(each));
  run.findings.merge(std::move(extras));
  run.findings.sort(run.model.files);
  return sound && !run.findings.has_errors();
}

}  // namespace

bool write_site(SiteRun& run, const FileStore& store, const DiskFileStore& disk, const SiteRunOptions& options,
                const Share& share, Staging& staging) {
  const std::vector<LanguageRun> languages = languages_of(run);
  run.times.time("data", [&] {
    for (const LanguageRun& language : languages) write_data(language, run, options.threads, share, staging);
  });
  for (const LanguageRun& language : languages) {
    const std::vector<Diagnostic> findings = publishable_findings(language.run);
    const Site site(*language.run.values, language.run.config, language.run.routes, language.run.theme, findings,
                    site_options_of(languages, language, store, options.drafts, options.for_files));
    const bool sound =
        run.times.time("pages", [&] { return write_pages(language, site, disk, options, share, staging); });
    if (!sound && !options.drafts) return false;
  }
  return true;
}

}  // namespace framewright
