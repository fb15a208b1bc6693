#include "base/text.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/item_list.h"
#include "cli/option.h"
#include "cli/schema_words.h"
#include "cli/site_folder.h"
#include "port/terminal.h"

namespace framewright {

namespace {

int run_list(const ParsedCommand& command) {
  const SiteRunOptions options = site_options(command);
  const DiskFileStore store(options.folder);
  const std::unique_ptr<SiteRun> run = open_site(store, options);
  const Model& model = run->model;
  const bool json = command.text("--format") == "json";
  const std::string& word = command.positional("TYPE");
  if (word.empty()) {
    print(Stream::output, json ? counts_json(model) : counts_list(model));
  } else {
    const TypeId type = type_called(run->config.schema, word);
    print(Stream::output, json ? items_json(model, type) : items_list(model, type));
    const TypeDef& def = run->config.schema.types[type];
    if (!json && model.of_type(type).empty())
      print(Stream::error,
            "There is no " + def.label + " yet; they are written in " + place_words(run->config.schema, type) + ".\n");
  }
  print(Stream::error, incomplete_note(*run));
  return exit_clean;
}

}  // namespace

Command list_command() {
  CommandSpec spec;
  spec.name = "list";
  spec.summary = "list the items of a type, or the types";
  spec.description =
      "Lists the items of one type in reading order: the id that references use, the title and the status. Without "
      "TYPE, lists the types and how many items there are of each. A site with errors is listed as far as it can be "
      "read.";
  spec.positionals = {{"TYPE", "a type, such as standard; all types are counted without it", false, false}};
  spec.options = site_command_options();
  spec.options.push_back(choice_option("--format", "how it is written", {"text", "json"}));
  spec.examples = {{"framewright list", "list the types"},
                   {"framewright list standard", "list the standards"},
                   {"framewright list contract --format json", "list the contracts for another program"}};
  return {spec, run_list};
}

}  // namespace framewright
