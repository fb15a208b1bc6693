#include <atomic>

#include "base/parallel.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/findings_report.h"
#include "cli/progress.h"
#include "cli/publishable_findings.h"
#include "cli/site_folder.h"
#include "cli/site_run.h"
#include "port/clock.h"
#include "port/terminal.h"
#include "publish/publish.h"
#include "render/extras.h"
#include "render/page_renderer.h"

namespace framewright {

namespace {

// What is published of a site in one of its languages.
struct LanguageRun {
  SiteRun& run;
  std::string folder;  // in the output, with its slash; empty for the site's own language
};

std::vector<LanguageRun> languages_of(SiteRun& run) {
  std::vector<LanguageRun> languages{{run, {}}};
  for (const std::unique_ptr<SiteRun>& each : run.translations)
    languages.push_back({*each, each->config.translation + "/"});
  return languages;
}

// Writes the data, before the pages that say how large each file is. The largest are planned last, so they come first
// and the threads end together. A translation has the data of the site that it translates.
void write_files(const LanguageRun& language, const SiteRun& site, std::size_t threads, Staging& staging) {
  SitePlan& plan = language.run.plan;
  parallel_for(plan.files.size(), threads, [&](std::size_t index, std::size_t) {
    PlannedFile& file = plan.files[plan.files.size() - 1 - index];
    if (!language.run.routes.shared.contains(file.file)) {
      file.size = staging.write_stream(language.folder + file.file, file.write);
      return;
    }
    for (const PlannedFile& original : site.plan.files)
      if (original.file == file.file) file.size = original.size;
  });
  for (const PlannedFolder& folder : plan.folders)
    folder.write(threads, [&](std::string_view name, std::string_view bytes) {
      staging.write(language.folder + folder.folder + "/" + std::string(name), bytes);
    });
}

// Renders every page into the staging folder. False, with findings, when a template failed on some page; a draft then
// goes on with the other pages.
bool render_site(const LanguageRun& language, const Site& site, const DiskFileStore& store, std::size_t threads,
                 Staging& staging) {
  SiteRun& run = language.run;
  std::vector<Diagnostics> found(threads);
  std::atomic<bool> sound = true;
  const bool draft = site.options().draft;
  parallel_for(run.routes.pages.size(), threads, [&](std::size_t index, std::size_t worker) {
    if (!sound && !draft) return;
    std::string page;
    const std::size_t before = found[worker].all().size();
    render_page(run.routes.pages[index], site, page, found[worker]);
    if (found[worker].all().size() == before)
      staging.write(language.folder + run.routes.pages[index].file, page);
    else
      sound = false;
  });
  Diagnostics extras;
  if (sound || draft) {
    for (const ExtraFile& file : render_extras(site, run.theme, extras))
      staging.write(language.folder + file.file, file.bytes);
    for (const CopyRoute& copy : run.routes.copies) staging.copy(store.on_disk(copy.from), language.folder + copy.file);
  }
  for (Diagnostics& each : found) run.findings.merge(std::move(each));
  run.findings.merge(std::move(extras));
  run.findings.sort(run.model.files);
  return sound && !run.findings.has_errors();
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

PublishTarget target_of(const ParsedCommand& command, const SiteRunOptions& options, bool draft) {
  PublishTarget target;
  target.folder = command.given("--output") ? command.text("--output")
                                            : path_from_here(options.folder, draft ? "public-draft" : "public");
  target.force = command.flag("--force");
  target.site_root = options.folder;
  for (const std::string_view folder : {"content", "templates", "static"})
    target.sources.push_back(path_from_here(options.folder, folder));
  return target;
}

// `./public` reads as public.
std::string shown(std::string_view folder) { return std::string(folder.substr(folder.starts_with("./") ? 2 : 0)); }

std::string published_message(const SiteRun& run, const Published& published, const std::string& folder, bool draft,
                              const Stopwatch& watch) {
  std::size_t pages = run.routes.pages.size();
  for (const std::unique_ptr<SiteRun>& translation : run.translations) pages += translation->routes.pages.size();
  std::string message = std::string(draft ? "Published a draft of " : "Published ") + counted(pages, "page", "pages") +
                        " to " + shown(folder) + " (" + counted(published.written, "file", "files") + " written, " +
                        with_thousands(static_cast<long long>(published.unchanged)) + " unchanged, " +
                        with_thousands(static_cast<long long>(published.removed)) + " removed) in " +
                        std::to_string(static_cast<long long>(watch.milliseconds())) + " ms: " + findings_summary(run) +
                        ".\n";
  for (const std::string& leftover : published.leftovers) message += "Note: " + leftover + "\n";
  return message;
}

int run_build(const ParsedCommand& command) {
  const Stopwatch watch;
  SiteRunOptions options = site_options(command);
  const bool draft = command.flag("--draft");
  options.drafts = draft;
  options.for_files = command.flag("--for-files");
  const DiskFileStore store(options.folder);
  const Progress progress("Building the site");
  const std::unique_ptr<SiteRun> run = open_site(store, options);
  const bool text = command.text("--format") == "text";
  const auto refuse = [&](std::string_view ending) {
    print(Stream::output, findings_report(*run, command));
    if (text) print(Stream::output, "Found " + findings_summary(*run) + ". " + std::string(ending) + "\n");
    return exit_findings;
  };
  const bool broken = run->findings.has_errors() && !draft;
  if (broken || !run->theme.templates) return refuse("Nothing was published; the site that is there is as it was.");
  if (!draft && findings_exit_code(*run, command) != exit_clean)
    return refuse("Nothing was published, because of --fail-on " + command.text("--fail-on") + ".");
  const PublishTarget target = target_of(command, options, draft);
  Staging staging = Staging::open(target);
  const std::vector<LanguageRun> languages = languages_of(*run);
  for (const LanguageRun& language : languages) write_files(language, *run, options.threads, staging);
  for (const LanguageRun& language : languages) {
    const std::vector<Diagnostic> findings = publishable_findings(language.run);
    const Site site(*language.run.values, language.run.config, language.run.routes, language.run.theme, findings,
                    site_options_of(languages, language, store, draft, options.for_files));
    if (!render_site(language, site, store, options.threads, staging) && !draft)
      return refuse("Nothing was published; the site that is there is as it was.");
  }
  const Published published = publish(std::move(staging));
  print(Stream::output, findings_report(*run, command));
  if (text) print(Stream::output, published_message(*run, published, target.folder, draft, watch));
  return findings_exit_code(*run, command);
}

CommandOption flag(std::string name, std::string help) {
  CommandOption option;
  option.name = std::move(name);
  option.help = std::move(help);
  return option;
}

}  // namespace

Command build_command() {
  CommandSpec spec;
  spec.name = "build";
  spec.summary = "check the site and publish it";
  spec.description =
      "Checks the site and, when there is no error, makes every page and puts the new site in the place of the old one "
      "in one step. When there is an error, the published site stays as it is.\n\nA draft is published whatever the "
      "findings, to a folder of its own, with a banner on every page and a page of findings.";
  spec.options = finding_command_options();
  CommandOption output;
  output.name = "--output";
  output.short_name = "-o";
  output.kind = CommandOption::Kind::text;
  output.placeholder = "FOLDER";
  output.help = "where to publish; public/ in the site's folder without it, and public-draft/ for a draft";
  spec.options.push_back(output);
  spec.options.push_back(flag("--draft", "publish a draft with its findings, errors or not"));
  spec.options.push_back(flag("--force", "replace a folder that Framewright did not make"));
  spec.options.push_back(flag("--for-files", "make links that work without a server, from a folder or a memory stick"));
  spec.examples = {{"framewright build", "publish the site in this folder into public/"},
                   {"framewright build --draft", "publish what there is, to read it, into public-draft/"},
                   {"framewright build -o /srv/www/framework", "publish to another folder"}};
  return {spec, run_build};
}

}  // namespace framewright
