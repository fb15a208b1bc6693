#include "base/message.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/option.h"
#include "cli/site_folder.h"
#include "port/disk.h"
#include "port/terminal.h"
#include "register/import_csv.h"
#include "register/import_ocds.h"

namespace framewright {

namespace {

constexpr std::string_view usual_folder = "content/register";

void write_files(const std::vector<ImportedFile>& files, const std::string& folder, bool force) {
  std::vector<std::string> taken;
  for (const ImportedFile& file : files)
    if (const std::string path = folder + "/" + file.path; !force && path_exists(path)) taken.push_back(path);
  if (!taken.empty())
    throw UsageError("nothing was written, as " + join_words(taken) + (taken.size() == 1 ? " is" : " are") +
                     " there already; write elsewhere with --output FOLDER, or over it with --force");
  for (const ImportedFile& file : files) {
    const std::string path = folder + "/" + file.path;
    make_folders(path.substr(0, path.rfind('/')));
    replace_file(path, file.text);
    print(Stream::output, path + ": written\n");
  }
}

std::string summary(const ImportedRegister& read, const ImportReport& report) {
  std::string out = "Read " + counted(read.contracts.size(), "contract", "contracts") + " and " +
                    counted(read.suppliers.size(), "supplier", "suppliers") + ".\n";
  if (const std::string notes = report.notes(); !notes.empty()) out += "Not carried as it stands:\n" + notes;
  return out;
}

int run_import(const ParsedCommand& command) {
  const SiteRunOptions options = site_options(command);
  const DiskFileStore store(options.folder);
  const std::unique_ptr<Declarations> site = read_declarations(store, options.today);
  const std::string path = command.positional("FILE"), target = std::string(usual_folder) + "/contracts.csv";
  SourceFiles files;
  CsvImport source;
  source.file = files.add(path, read_whole(path));
  source.text = files[source.file].text;
  source.settings = &site->config.source(site->config.source(path).columns.empty() ? target : path);
  source.date_format = command.text("--date-format");
  ImportReport report;
  const bool json = path.ends_with(".json") || trim(source.text).starts_with('{');
  const ImportedRegister read = json ? import_ocds(source.text, source.file, site->config.contracts.ocid_prefix, report)
                                     : import_csv(source, site->config.schema, report);
  if (report.has_errors()) {
    MessageWriter writer(files, {wants_colour(Stream::output)});
    for (const Diagnostic& error : report.errors().all()) print(Stream::output, writer.write(error) + "\n");
    print(Stream::output, report.further_errors() + "Nothing was written.\n");
    return exit_findings;
  }
  print(Stream::output, summary(read, report));
  if (command.flag("--dry-run")) return exit_clean;
  const std::string folder =
      command.given("--output") ? command.text("--output") : path_from_here(options.folder, usual_folder);
  write_files(imported_files(read, site->config.schema), folder, command.flag("--force"));
  if (!site->config.source(target).columns.empty())
    print(Stream::output, "site.toml maps other headings for " + target + ": take its columns out.\n");
  return exit_clean;
}

}  // namespace

Command import_register_command() {
  CommandSpec spec;
  spec.name = "import-register";
  spec.summary = "turn a spreadsheet or OCDS package into the register's own form";
  spec.description =
      "Reads a CSV file with headings of its own, or a release or record package of OCDS 1.1, and writes contracts.csv "
      "and suppliers.csv. Headings are matched by "
      "the site's own mapping, by the names of fields and by those that councils commonly use; what could not be "
      "carried is reported.\n\n"
      "A doubtful amount or date is an error, and after an error nothing is written.";
  spec.positionals = {{"FILE", "the CSV file, or the JSON file of an OCDS package", true, false}};
  spec.options = site_command_options();
  spec.options.push_back(text_option("--output", "FOLDER", "where to write; content/register without it"));
  spec.options.push_back(text_option("--date-format", "FORMAT", "how dates are written, such as %d/%m/%Y"));
  spec.options.push_back(flag_option("--dry-run", "print the report, and write nothing"));
  spec.options.push_back(flag_option("--force", "write over files that are there"));
  spec.examples = {{"framewright import-register contracts.csv --dry-run", "see what would be carried"},
                   {"framewright import-register contracts.csv --date-format %d/%m/%Y", "say how dates are written"}};
  return {spec, run_import};
}

}  // namespace framewright
