#include "cli/site_run.h"

#include "base/parallel.h"
#include "base/text.h"
#include "check/check.h"
#include "check/judge.h"
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

}  // namespace

std::unique_ptr<SiteRun> run_site(const FileStore& store, const SiteRunOptions& options) {
  auto run = std::make_unique<SiteRun>();
  SourceFiles files;
  Diagnostics found;
  run->config = load_config(store, files, options.today, found);
  if (options.for_files) run->config.search.enabled = false;
  run->theme = load_theme(store, run->config, files, site_filters(), found);
  Sources sources = load_sources(store, run->config, files, options.threads, found);
  run->model = resolve(std::move(sources), std::move(files), run->config, run->theme.directives, generic_filters(),
                       options.threads, found);
  run->values = std::make_unique<ModelValues>(run->model);
  check(run->model, *run->values, run->config, generic_filters(), found);
  if (has_redactions(run->model)) {
    run->withheld = redact(run->model, generic_filters(), run->config.date_format);
    run->values = std::make_unique<ModelValues>(run->model);
  }
  run->contracts = read_register(run->model, run->config, options.drafts);
  plan_register(run->contracts, *run->values, run->plan);
  plan_accessibility_page(run->config, run->plan);
  plan_made_pages(*run->values, options.drafts, run->plan);
  plan_search(run->model, run->config, options.drafts, run->plan);
  run->routes = plan_routes(run->model, run->config, run->plan, {options.drafts}, found);
  if (run->theme.templates) settle_templates(run->routes, *run->theme.templates, run->model, found);
  Judgement judged = judge(std::move(found), run->model, run->config);
  run->findings = std::move(judged.findings);
  run->waived = std::move(judged.waived);
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
