#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/findings_report.h"
#include "cli/progress.h"
#include "cli/site_folder.h"
#include "cli/site_run.h"
#include "port/terminal.h"

namespace framewright {

namespace {

int run_check(const ParsedCommand& command) {
  const SiteRunOptions options = site_options(command);
  const DiskFileStore store(options.folder);
  const Progress progress("Checking the site");
  const std::unique_ptr<SiteRun> run = open_site(store, options);
  print(Stream::output, findings_report(*run, command));
  if (command.text("--format") == "text")
    print(Stream::output, "Checked " + site_size(*run) + ": " + findings_summary(*run) + ".\n");
  return findings_exit_code(*run, command);
}

}  // namespace

Command check_command() {
  CommandSpec spec;
  spec.name = "check";
  spec.summary = "say what is wrong with the site, and where";
  spec.description =
      "Reads the whole site and checks every value, link and reference. Writes nothing. Each finding names the file, "
      "the line and the column, and says how to mend it.";
  spec.options = finding_command_options();
  spec.examples = {{"framewright check", "check the site in this folder"},
                   {"framewright check --fail-on warning", "count warnings as failure too"},
                   {"framewright check --format json", "write the findings for another program"}};
  return {spec, run_check};
}

}  // namespace framewright
