#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/option.h"
#include "cli/rule_text.h"
#include "cli/site_folder.h"
#include "port/terminal.h"

namespace framewright {

namespace {

int run_explain(const ParsedCommand& command) {
  const SiteRunOptions options = site_options(command);
  const DiskFileStore store(options.folder);
  const auto declared = read_declarations(store, options.today);
  const std::string& name = command.positional("RULE");
  if (name.empty() || command.flag("--list")) {
    print(Stream::output, rules_list(declared->config));
    return exit_clean;
  }
  const std::string text = rule_text(name, declared->config, declared->of_site);
  if (text.empty()) throw UsageError(unknown_rule(name, declared->config));
  print(Stream::output, text);
  return exit_clean;
}

}  // namespace

Command explain_command() {
  CommandSpec spec;
  spec.name = "explain";
  spec.summary = "explain a rule: what it means, why, and how to mend or waive it";
  spec.description =
      "Every finding names its rule in square brackets: error[unresolved-reference]. This explains the rule, shows "
      "what "
      "is wrong and what is right, and gives the lines that change how serious it is or let one finding stand.\n\n"
      "In the folder of a site, the site's own rules are explained too.";
  spec.positionals = {{"RULE", "the name of a rule; all are listed without it", false, false}};
  spec.options = options_named(site_command_options(), {"--site", "--date"});
  spec.options.push_back(flag_option("--list", "list every rule on a line of its own"));
  spec.examples = {{"framewright explain", "list the rules"}, {"framewright explain uncovered", "explain one rule"}};
  return {spec, run_explain};
}

}  // namespace framewright
