#include <utility>

#include "base/text.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/new_item.h"
#include "cli/option.h"
#include "cli/schema_words.h"
#include "cli/site_folder.h"
#include "port/disk.h"
#include "port/terminal.h"

namespace framewright {

namespace {

// The words with one space between them.
std::string in_one_line(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (!is_space(c)) word.push_back(c);
    if (is_space(c) && !word.empty()) words.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) words.push_back(word);
  return join(words, " ");
}

NewItemRequest request_of(const ParsedCommand& command, const Schema& schema) {
  NewItemRequest request;
  request.type = type_called(schema, command.positional("TYPE"));
  request.title = in_one_line(command.positional("TITLE"));
  request.id = command.text("--id");
  request.folder = command.text("--in");
  if (request.title.empty()) throw UsageError("a title is needed, such as \"Contracts are managed\"");
  for (const std::string& text : {request.title, request.id, request.folder})
    if (first_invalid_utf8(text)) throw UsageError("the title and the id must be written in UTF-8");
  return request;
}

void write_item(const std::string& path, const NewItem& item) {
  if (item.append) {
    replace_file(path, read_whole(path) + item.text);
  } else {
    make_folders(path.substr(0, path.rfind('/')));
    replace_file(path, item.text);
  }
}

int run_new(const ParsedCommand& command) {
  const SiteRunOptions options = site_options(command);
  const DiskFileStore store(options.folder);
  const std::unique_ptr<SiteRun> run = open_site(store, options);
  const NewItemRequest request = request_of(command, run->config.schema);
  const NewItem item = plan_item(*run, store, request);
  if (command.flag("--print")) {
    print(Stream::output, item.text);
    return exit_clean;
  }
  const std::string path = path_from_here(options.folder, item.path);
  write_item(path, item);
  print(Stream::output, path + ": " + (item.append ? "added " : "made ") +
                            run->config.schema.types[request.type].label + " " + item.id + "\n");
  if (!item.to_fill.empty()) print(Stream::output, "Still to write: " + join_words(item.to_fill) + ".\n");
  print(Stream::output, "Then run `framewright check`.\n");
  return exit_clean;
}

}  // namespace

Command new_command() {
  CommandSpec spec;
  spec.name = "new";
  spec.summary = "add an item with the next free id, ready to be filled in";
  spec.description =
      "Makes an item of TYPE in the folder of its type: a Markdown file with all fields that the type has, each with "
      "what it means. Where the items of the type are the tables of a TOML file or the rows of a CSV file, it is added "
      "at the end of that file. A numbered type goes on from its greatest number; other ids are made of the title.\n\n"
      "Nothing that is there is ever overwritten.";
  spec.positionals = {{"TYPE", "the type, such as standard; `framewright types` lists them", true, false},
                      {"TITLE", "the title, in quotation marks", true, false}};
  spec.options = site_command_options();
  spec.options.push_back(text_option("--id", "ID", "the id, instead of the next free one"));
  spec.options.push_back(text_option("--in", "FOLDER", "the folder of a page below content/, such as framework"));
  spec.options.push_back(flag_option("--print", "print what would be written, and write nothing"));
  spec.examples = {{"framewright new standard \"Contracts are managed\"", "add a standard"},
                   {"framewright new page \"Monitoring\" --in framework", "add a chapter to the framework"},
                   {"framewright new term \"Pooled budget\" --print", "see what would be added to the glossary"}};
  return {spec, run_new};
}

}  // namespace framewright
