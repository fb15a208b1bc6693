#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/option.h"
#include "cli/schema_words.h"
#include "cli/site_folder.h"
#include "cli/site_run.h"
#include "cli/types_schema.h"
#include "cli/types_text.h"
#include "port/terminal.h"
#include "render/site_filters.h"

namespace framewright {

namespace {

std::string types_output(const Schema& schema, const ParsedCommand& command) {
  const std::string& name = command.positional("TYPE");
  const bool as_schema = command.text("--format") == "schema";
  if (command.flag("--directives")) return directives_list();
  if (command.flag("--filters")) return filters_list(site_filters());
  if (command.flag("--fields")) return fields_list(schema);
  if (name.empty()) return as_schema ? types_schema(schema) : types_list(schema);
  const TypeId type = type_called(schema, name);
  return as_schema ? collection_schema(schema, type) : type_text(schema, type);
}

int run_types(const ParsedCommand& command) {
  const SiteRunOptions options = site_options(command);
  const DiskFileStore store(options.folder);
  const auto declared = read_declarations(store, options.today);
  print(Stream::output, types_output(declared->config.schema, command));
  if (declared->findings.has_errors())
    print(Stream::error,
          "There are errors in site.toml, so a type of this site may be missing here; `framewright "
          "check` says what is wrong.\n");
  return exit_clean;
}

}  // namespace

Command types_command() {
  CommandSpec spec;
  spec.name = "types";
  spec.summary = "list the types of item, their fields and their links";
  spec.description =
      "Lists the types that items may be of, and with TYPE all that one may say: its fields, its links and what must "
      "cover it. In the folder of a site, these are the types of the site, with what its site.toml adds or changes.\n\n"
      "As a JSON Schema, which many editors use to check and complete TOML as it is typed, a TYPE gives the schema of "
      "its collections, such as principles.toml; without TYPE, each type stands in $defs.";
  spec.positionals = {{"TYPE", "the name of a type, such as standard", false, false}};
  spec.options = options_named(site_command_options(), {"--site"});
  spec.options.push_back(choice_option("--format", "text, or a JSON Schema for editors", {"text", "schema"}));
  spec.options.push_back(flag_option("--fields", "list every field and link, with the types that have it"));
  spec.options.push_back(flag_option("--directives", "list the directives and their options instead"));
  spec.options.push_back(flag_option("--filters", "list the filters of templates and expressions instead"));
  spec.examples = {{"framewright types", "list the types"},
                   {"framewright types standard", "say what a standard may hold"},
                   {"framewright types principle --format schema > principle.json", "make a schema for an editor"}};
  return {spec, run_types};
}

}  // namespace framewright
