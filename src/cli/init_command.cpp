#include "base/text.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/option.h"
#include "cli/site_run.h"
#include "cli/starter_site.h"
#include "port/disk.h"
#include "port/terminal.h"

namespace framewright {

namespace {

constexpr std::string_view usual_title = "How we commission services", usual_organisation = "Our organisation";

void require_no_site(const std::string& folder) {
  const std::string shown = folder == "." ? "this folder" : folder;
  if (path_exists(folder) && !path_is_folder(folder)) throw UsageError(folder + " is a file, not a folder");
  for (const std::string_view name : {"site.toml", "content"})
    if (path_exists(folder + "/" + std::string(name)))
      throw UsageError(shown + " holds " + std::string(name) +
                       " already; name a new folder, such as `framewright init framework`");
}

// From the option, else from the person at the terminal, else what is usual.
std::string answer(const ParsedCommand& command, std::string_view option, const std::string& question,
                   std::string_view usual) {
  std::string given = command.text(option);
  if (!command.given(option) && input_is_terminal())
    given = ask(question + " [" + std::string(usual) + "]: ").value_or("");
  const std::string_view words = trim(given);
  if (first_invalid_utf8(words)) throw UsageError("the answer must be written in UTF-8");
  return std::string(words.empty() ? usual : words);
}

// Files that are there already stay as they are.
void write_site(const std::string& folder, const std::vector<StarterFile>& files) {
  for (const StarterFile& file : files) {
    const std::string path = folder + "/" + file.path;
    if (path_exists(path)) continue;
    make_folders(path.substr(0, path.rfind('/')));
    replace_file(path, file.text);
  }
}

int run_init(const ParsedCommand& command) {
  const std::string folder = command.positional("FOLDER").empty() ? "." : command.positional("FOLDER");
  require_no_site(folder);
  StarterFacts facts;
  facts.today = site_options(command).today;
  facts.title = answer(command, "--title", "Title of the site", usual_title);
  facts.organisation = answer(command, "--organisation", "Name of your organisation", usual_organisation);
  const std::vector<StarterFile> files = starter_site(facts);
  write_site(folder, files);
  const bool here = folder == ".";
  std::string done = "Made a site of " + counted(files.size(), "file", "files") + " in " +
                     (here ? "this folder" : folder) + ".\n\nNext:\n";
  if (!here) done += "  cd " + folder + "\n";
  print(Stream::output, done +
                            "  framewright check   says what is wrong, now and after each change\n"
                            "  framewright build   publishes the site into public/\n"
                            "Then write your own in the place of what is there, beginning with "
                            "content/framework/index.md.\n");
  return exit_clean;
}

}  // namespace

Command init_command() {
  CommandSpec spec;
  spec.name = "init";
  spec.summary = "make a small site to begin with";
  spec.description =
      "Makes a small site that works: a framework with one chapter, and a principle, a standard, an outcome, a "
      "priority, a strategy and two terms that are linked with one another. Comments say what each line is for.\n\n"
      "At a terminal it asks for the title and the organisation, unless the options give them. A folder that holds a "
      "site already is left alone.";
  spec.positionals = {{"FOLDER", "where to make it; this folder without it", false, false}};
  spec.options = options_named(site_command_options(), {"--date"});
  spec.options.push_back(text_option("--title", "TITLE", "the title of the site"));
  spec.options.push_back(text_option("--organisation", "NAME", "the name of the organisation"));
  spec.examples = {{"framewright init", "make a site in this folder"},
                   {"framewright init framework --title \"Commissioning in Moorvale\"", "make one in a new folder"}};
  return {spec, run_init};
}

}  // namespace framewright
