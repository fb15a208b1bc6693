#include "cli/site_run.h"

#include <unordered_map>
#include <unordered_set>

#include "base/parallel.h"
#include "base/text.h"
#include "check/check.h"
#include "check/item_places.h"
#include "check/judge.h"
#include "check/translation.h"
#include "cli/command.h"
#include "load/config_loader.h"
#include "load/resolve.h"
#include "load/sources.h"
#include "port/clock.h"
#include "register/redaction.h"
#include "register/register_plan.h"
#include "render/accessibility_page.h"
#include "render/made_page_plan.h"
#include "render/site_filters.h"
#include "search/search_plan.h"

namespace framewright {

namespace {

constexpr long long most_threads = 1000;

void check_model(SiteRun& run, const Model* original, std::size_t threads, Diagnostics& found) {
  check(run.model, *run.values, run.config, generic_filters(), threads, found);
  if (original != nullptr) check_translation(*original, run.model, run.config, found);
}

void withhold(SiteRun& run) {
  if (!has_redactions(run.model)) return;
  run.withheld = redact(run.model, generic_filters(), run.config.date_format);
  run.values = std::make_unique<ModelValues>(run.model);
}

void plan_site(SiteRun& run, const SiteRunOptions& options, Diagnostics& found) {
  run.contracts = read_register(run.model, run.config, options.drafts);
  plan_register(run.contracts, *run.values, run.plan);
  plan_accessibility_page(run.config, run.plan);
  plan_made_pages(*run.values, run.config.words, options.drafts, run.plan);
  plan_search(run.model, run.config, options.drafts, run.plan);
  run.routes = plan_routes(run.model, run.config, run.plan, {options.drafts}, found);
  if (run.theme.templates) settle_templates(run.routes, *run.theme.templates, run.model, found);
}

// The stages are measured in `times`.
void run_language(SiteRun& run, const FileStore& store, const SiteRunOptions& options, std::string_view translation,
                  const Model* original, StageTimes& times) {
  SourceFiles files;
  Diagnostics found;
  times.time("configuration", [&] { run.config = load_config(store, files, options.today, found, translation); });
  if (options.for_files) run.config.search.enabled = false;
  times.time("templates", [&] { run.theme = load_theme(store, run.config, files, site_filters(), found); });
  Sources sources =
      times.time("sources", [&] { return load_sources(store, run.config, files, options.threads, found); });
  times.time("model", [&] {
    run.model = resolve(std::move(sources), std::move(files), run.config, run.theme.directives, generic_filters(),
                        options.threads, found);
    run.values = std::make_unique<ModelValues>(run.model);
  });
  times.time("checks", [&] { check_model(run, original, options.threads, found); });
  times.time("redactions", [&] { withhold(run); });
  times.time("addresses", [&] { plan_site(run, options, found); });
  times.time("judgement", [&] {
    Judgement judged = judge(std::move(found), run.model, run.config);
    run.findings = std::move(judged.findings);
    run.waived = std::move(judged.waived);
  });
}

// Findings of a translation in the files of the site. What stands in a file that is not translated was found there
// already, in other words if it names things as the translation does; and what is less than an error of a translated
// item is told once, of its original.
class FindingsOfTranslation {
public:
  FindingsOfTranslation(SiteRun& site, const SiteRun& translation) : site_(site), translation_(translation) {
    for (std::size_t i = 0; i < site.model.files.size(); ++i)
      by_path_.emplace(site.model.files[static_cast<FileId>(i)].path, static_cast<FileId>(i));
    const ItemPlaces places(site.model);
    for (const std::vector<Diagnostic>* all : {&site.findings.all(), &site.waived})
      for (const Diagnostic& d : *all) {
        known_.insert(key_of(d));
        known_.insert(key_of(d.rule, site.model, places.at(d.where)));
      }
  }

  void add(const std::vector<Diagnostic>& found, std::vector<Diagnostic>& to) {
    const ItemPlaces places(translation_.model);
    for (Diagnostic d : found) {
      if (d.rule == "unused-waiver") continue;  // what it waives may stand in the other language
      const ItemId item = places.at(d.where);
      if (d.severity != Severity::error && item != no_item && known_.contains(key_of(d.rule, translation_.model, item)))
        continue;
      d.where = in_site(d.where);
      for (Note& note : d.notes) note.where = in_site(note.where);
      if (known_.insert(key_of(d)).second) to.push_back(std::move(d));
    }
  }

private:
  static std::string key_of(const Diagnostic& d) {
    return d.rule + " " + std::to_string(d.where.file) + " " + std::to_string(d.where.begin) + " " +
           std::to_string(d.where.end) + (d.where.known() ? std::string() : d.message);
  }

  static std::string key_of(const std::string& rule, const Model& model, ItemId item) {
    if (item == no_item) return {};
    return rule + " " + model.type(model.items[item]).name + ":" + model.items[item].id;
  }

  Span in_site(Span where) {
    if (!where.known()) return where;
    const SourceFile& file = translation_.model.files[where.file];
    const auto [known, fresh] = by_path_.try_emplace(file.path, no_file);
    if (fresh) known->second = site_.model.files.add(file.path, file.text);
    return {known->second, where.begin, where.end};
  }

  SiteRun& site_;
  const SiteRun& translation_;
  std::unordered_map<std::string, FileId> by_path_;
  std::unordered_set<std::string> known_;
};

}  // namespace

std::unique_ptr<SiteRun> run_site(const FileStore& store, const SiteRunOptions& options) {
  auto run = std::make_unique<SiteRun>();
  run_language(*run, store, options, {}, nullptr, run->times);
  for (const Translation& each : run->config.translations) {
    run->translations.push_back(std::make_unique<SiteRun>());
    run_language(*run->translations.back(), store, options, each.code, &run->model, run->times);
  }
  for (const std::unique_ptr<SiteRun>& translation : run->translations) {
    FindingsOfTranslation findings(*run, *translation);
    findings.add(translation->findings.all(), run->findings.all());
    findings.add(translation->waived, run->waived);
  }
  run->findings.sort(run->model.files);
  return run;
}

SiteRunOptions site_options(const ParsedCommand& command) {
  SiteRunOptions options;
  options.folder = command.text("--site");
  options.today = today();
  if (command.given("--date")) {
    const auto date = parse_date(command.text("--date"));
    if (!date) throw UsageError("--date takes a day written as 2027-04-01, not \"" + command.text("--date") + "\"");
    options.today = *date;
  }
  options.threads = processor_count();
  if (command.given("--threads")) {
    const long long threads = command.integer("--threads").value_or(0);
    if (threads < 1 || threads > most_threads)
      throw UsageError("--threads takes a number from 1 to " + with_thousands(most_threads) + ", not " +
                       command.text("--threads"));
    options.threads = static_cast<std::size_t>(threads);
  }
  return options;
}

}  // namespace framewright
