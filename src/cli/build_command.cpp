#include "base/text.h"
#include "base/whole_number.h"
#include "cli/build_memory.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/findings_report.h"
#include "cli/option.h"
#include "cli/progress.h"
#include "cli/site_folder.h"
#include "cli/site_run.h"
#include "cli/site_writer.h"
#include "cli/timings.h"
#include "port/clock.h"
#include "port/disk.h"
#include "port/environment.h"
#include "port/recorded_files.h"
#include "port/terminal.h"
#include "publish/publish.h"

namespace framewright {

namespace {

constexpr long long most_shares = 10000;

struct BuildOptions {
  SiteRunOptions site;
  Share share;
};

PublishTarget target_of(const ParsedCommand& command, const SiteRunOptions& options) {
  PublishTarget target;
  target.folder = command.given("--output")
                      ? command.text("--output")
                      : path_from_here(options.folder, options.drafts ? "public-draft" : "public");
  target.force = command.flag("--force");
  target.site_root = options.folder;
  for (const std::string_view folder : {"content", "templates", "static"})
    target.sources.push_back(path_from_here(options.folder, folder));
  return target;
}

// `./public` reads as public.
std::string shown(std::string_view folder) { return std::string(folder.substr(folder.starts_with("./") ? 2 : 0)); }

// "Published 12 pages to public", or the like of a draft or a share.
std::string what_was_published(const SiteRun& run, const std::string& folder, const BuildOptions& build) {
  std::size_t pages = run.routes.pages.size();
  for (const std::unique_ptr<SiteRun>& translation : run.translations) pages += translation->routes.pages.size();
  std::string message = build.site.drafts ? "Published a draft of " : "Published ";
  if (!build.share.is_all())
    message += "part " + std::to_string(build.share.part) + " of " + std::to_string(build.share.of) + " of ";
  return message + counted(pages, "page", "pages") + " to " + shown(folder);
}

std::string published_message(const std::string& what, const Published& published, const std::string& summary,
                              const Stopwatch& watch) {
  std::string message = what + " (" + counted(published.written, "file", "files") + " written, " +
                        with_thousands(static_cast<long long>(published.unchanged)) + " unchanged, " +
                        with_thousands(static_cast<long long>(published.removed)) + " removed) in " +
                        std::to_string(static_cast<long long>(watch.milliseconds())) + " ms: " + summary + ".\n";
  for (const std::string& leftover : published.leftovers) message += "Note: " + leftover + "\n";
  return message;
}

Share share_of(const ParsedCommand& command) {
  Share share;
  if (!command.given("--shard")) return share;
  const std::string& text = command.text("--shard");
  const auto number = [](std::string_view digits) {
    const long long value = whole_number(digits).value_or(0);
    return value >= 1 && value <= most_shares ? static_cast<std::size_t>(value) : 0;
  };
  const std::size_t slash = text.find('/');
  if (slash != std::string::npos) {
    share.part = number(std::string_view(text).substr(0, slash));
    share.of = number(std::string_view(text).substr(slash + 1));
  }
  if (slash == std::string::npos || share.part == 0 || share.part > share.of)
    throw UsageError("--shard takes a part and of how many, such as 3/8, not \"" + text + "\"");
  return share;
}

// All that a build depends on beside the files of the site.
std::string key_of(const ParsedCommand& command, const BuildOptions& build) {
  std::string key = program_mark() + "\n" + real_path(build.site.folder) + "\n" + iso_date(build.site.today) + "\n" +
                    command.text("--format") + "\n" + command.text("--fail-on") + "\n";
  for (const bool is_set : {build.site.drafts, build.site.for_files, command.flag("--all"), command.flag("--force"),
                            wants_colour(Stream::output)})
    key += is_set ? '1' : '0';
  return key + std::to_string(build.share.part) + "/" + std::to_string(build.share.of);
}

int tell_unchanged(const BuildMemory& memory, bool text, const Stopwatch& watch) {
  print(Stream::output, memory.report);
  Published published;
  published.unchanged = memory.files;
  if (text) print(Stream::output, published_message(memory.told, published, memory.summary, watch));
  return memory.exit_code;
}

void note_copied_files(const SiteRun& run, const RecordedFileStore& store) {
  for (const CopyRoute& copy : run.routes.copies) store.used(copy.from);
  for (const std::unique_ptr<SiteRun>& translation : run.translations) note_copied_files(*translation, store);
}

void tell_times(const ParsedCommand& command, const SiteRun& run) {
  if (command.flag("--timings")) print(Stream::error, timings_table(run.times));
  if (command.given("--trace")) replace_file(command.text("--trace"), chrome_trace(run.times));
}

int build_site(const ParsedCommand& command, const BuildOptions& build, const PublishTarget& target,
               const std::string& key, const Stopwatch& watch) {
  const DiskFileStore disk(build.site.folder);
  const RecordedFileStore store(disk);
  const std::unique_ptr<SiteRun> run = open_site(store, build.site);
  const bool text = command.text("--format") == "text";
  const auto refuse = [&](std::string_view ending) {
    print(Stream::output, findings_report(*run, command));
    if (text) print(Stream::output, "Found " + findings_summary(*run) + ". " + std::string(ending) + "\n");
    return exit_findings;
  };
  const bool broken = run->findings.has_errors() && !build.site.drafts;
  if (broken || !run->theme.templates) return refuse("Nothing was published; the site that is there is as it was.");
  if (!build.site.drafts && findings_exit_code(*run, command) != exit_clean)
    return refuse("Nothing was published, because of --fail-on " + command.text("--fail-on") + ".");
  Staging staging = Staging::open(target);
  note_copied_files(*run, store);
  if (!write_site(*run, store, disk, build.site, build.share, staging))
    return refuse("Nothing was published; the site that is there is as it was.");
  const Published published = run->times.time("publishing", [&] { return publish(std::move(staging)); });
  BuildMemory memory{key,
                     {},
                     {},
                     published.written + published.unchanged,
                     findings_exit_code(*run, command),
                     what_was_published(*run, target.folder, build),
                     findings_summary(*run),
                     findings_report(*run, command)};
  run->times.time("remembering", [&] {
    memory.asked = store.answers();
    memory.made = files_made(target.folder, published.files, build.site.threads);
    keep_build(target.folder, memory);
  });
  print(Stream::output, memory.report);
  if (text) print(Stream::output, published_message(memory.told, published, memory.summary, watch));
  tell_times(command, *run);
  return memory.exit_code;
}

int run_build(const ParsedCommand& command) {
  const Stopwatch watch;
  BuildOptions build;
  build.site = site_options(command);
  build.site.drafts = command.flag("--draft");
  build.site.for_files = command.flag("--for-files");
  build.share = share_of(command);
  const PublishTarget target = target_of(command, build.site);
  const std::string key = key_of(command, build);
  const bool asks_for_times = command.flag("--timings") || command.given("--trace");
  if (!command.flag("--fresh") && !asks_for_times)
    if (const auto memory = recall_build(target.folder, key, DiskFileStore(build.site.folder), build.site.threads))
      return tell_unchanged(*memory, command.text("--format") == "text", watch);
  const Progress progress("Building the site");
  return build_site(command, build, target, key, watch);
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
  spec.options.push_back(
      text_option("--output", "FOLDER",
                  "where to publish; public/ in the site's folder without it, and public-draft/ for a draft"));
  spec.options.back().short_name = "-o";
  spec.options.push_back(flag_option("--draft", "publish a draft with its findings, errors or not"));
  spec.options.push_back(flag_option("--force", "replace a folder that Framewright did not make"));
  spec.options.push_back(
      flag_option("--for-files", "make links that work without a server, from a folder or a memory stick"));
  spec.options.push_back(
      text_option("--shard", "N/OF", "make one of several parts, such as 3/8; together they are the whole site"));
  spec.options.push_back(flag_option("--fresh", "make everything anew, also when nothing has changed"));
  spec.options.push_back(flag_option("--timings", "say afterwards what each stage took, on standard error"));
  spec.options.push_back(
      text_option("--trace", "FILE", "write what each stage took for chrome://tracing or ui.perfetto.dev"));
  spec.examples = {{"framewright build", "publish the site in this folder into public/"},
                   {"framewright build --draft", "publish what there is, to read it, into public-draft/"},
                   {"framewright build -o /srv/www/framework", "publish to another folder"}};
  return {spec, run_build};
}

}  // namespace framewright
