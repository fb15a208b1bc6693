#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/item_card.h"
#include "cli/option.h"
#include "cli/site_folder.h"
#include "port/terminal.h"

namespace framewright {

namespace {

int run_show(const ParsedCommand& command) {
  const SiteRunOptions options = site_options(command);
  const DiskFileStore store(options.folder);
  const std::unique_ptr<SiteRun> run = open_site(store, options);
  const std::string& word = command.positional("ID");
  const std::vector<ItemId> found = items_called(run->model, word);
  print(Stream::error, incomplete_note(*run));
  if (found.empty()) throw UsageError(unknown_item(run->model, word));
  if (found.size() > 1) throw UsageError(ambiguous_item(run->model, word, found));
  const bool json = command.text("--format") == "json";
  print(Stream::output, json ? item_json(run->model, found.front()) : item_text(run->model, found.front()));
  return exit_clean;
}

}  // namespace

Command show_command() {
  CommandSpec spec;
  spec.name = "show";
  spec.summary = "show one item: its fields, and its links both ways";
  spec.description =
      "Shows where an item is written and where it will be read, its fields, the items that it links to, those that "
      "link to it and the places of the text that mention it.\n\nAn id that two types have is told apart by the type: "
      "standard:S3. A title serves too.";
  spec.positionals = {{"ID", "an id such as S3, a type and an id such as standard:S3, or a title", true, false}};
  spec.options = site_command_options();
  spec.options.push_back(choice_option("--format", "how it is written", {"text", "json"}));
  spec.examples = {{"framewright show S3", "show the standard S3"},
                   {"framewright show framework/introduction", "show a page by its path"},
                   {"framewright show \"Pooled budget\"", "show an item by its title"}};
  return {spec, run_show};
}

}  // namespace framewright
