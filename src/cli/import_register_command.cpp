#include <algorithm>

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
    const bool over = path_exists(path);
    make_folders(path.substr(0, path.rfind('/')));
    replace_file(path, file.text);
    print(Stream::output, path + (over ? ": written over what was there\n" : ": written\n"));
  }
  for (const std::string_view name : imported_file_names) {
    const bool written = std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.path == name; });
    if (const std::string path = folder + "/" + std::string(name); !written && path_exists(path))
      print(Stream::output, path + ": not of this import, and left as it was\n");
  }
}

std::string summary(const ImportedRegister& read, const ImportReport& report) {
  std::string out = "Read " + counted(read.contracts.size(), "contract", "contracts") +
                    (read.grants.empty() ? " and " : ", ") + counted(read.suppliers.size(), "supplier", "suppliers") +
                    (read.grants.empty() ? "" : " and " + counted(read.grants.size(), "grant", "grants")) + ".\n";
  if (const std::string notes = report.notes(); !notes.empty()) out += "To be looked at:\n" + notes;
  return out;
}

// The path as the site knows it, when it lies in the site's folder.
std::string below_site(std::string_view site, std::string_view path) {
  const std::string prefix = path_from_here(site, "");
  while (path.starts_with("./")) path.remove_prefix(2);
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return std::string(!prefix.empty() && path.starts_with(prefix) ? path.substr(prefix.size()) : path);
}

class RegisterImport {
public:
  RegisterImport(const ParsedCommand& command, const SiteRunOptions& options)
      : command_(command),
        folder_(options.folder),
        site_(read_declarations(DiskFileStore(options.folder), options.today)),
        path_(command.positional("FILE")),
        target_(command.given("--output") ? command.text("--output") : path_from_here(folder_, usual_folder)) {}

  int run();

private:
  ImportedRegister read_csv_file(FileId file);
  std::vector<CsvCompanion> companions();
  int tell_errors() const;

  const ParsedCommand& command_;
  std::string folder_;
  std::unique_ptr<Declarations> site_;
  std::string path_, target_;
  SourceFiles files_;
  ImportReport report_;
};

// What was published with a register.csv stands beside it.
std::vector<CsvCompanion> RegisterImport::companions() {
  const std::size_t slash = path_.rfind('/');
  const std::string beside = slash == std::string::npos ? "" : path_.substr(0, slash + 1);
  std::vector<std::pair<std::string, FileId>> found;
  for (const std::string& table : companion_tables(site_->config.schema))
    if (const std::string path = beside + table + ".csv"; path_exists(path))
      found.emplace_back(table, files_.add(path, read_whole(path)));
  std::vector<CsvCompanion> companions;
  for (const auto& [table, file] : found) {
    companions.push_back({table, files_[file].text, file});
    print(Stream::output, "Reading " + files_[file].path + " as well, which was published with it.\n");
  }
  return companions;
}

ImportedRegister RegisterImport::read_csv_file(FileId file) {
  const Config& config = site_->config;
  CsvImport source;
  if (is_published_register(files_[file].text)) source.companions = companions();
  source.file = file;
  source.text = files_[file].text;
  const SourceSettings& own = config.source(below_site(folder_, path_));
  source.settings = own.path.empty() ? &config.source(below_site(folder_, target_) + "/contracts.csv") : &own;
  source.date_format = command_.text("--date-format");
  return import_csv(source, config.schema, report_);
}

int RegisterImport::tell_errors() const {
  MessageWriter writer(files_, {wants_colour(Stream::output)});
  for (const Diagnostic& error : report_.errors().all()) print(Stream::output, writer.write(error) + "\n");
  print(Stream::output, report_.further_errors() + "Nothing was written.\n");
  return exit_findings;
}

int RegisterImport::run() {
  const FileId file = files_.add(path_, read_whole(path_));
  const std::string_view text = files_[file].text;
  const bool json =
      path_.ends_with(".json") || trim(text.substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0)).starts_with('{');
  const ImportedRegister read = json ? import_ocds(text, file, site_->config, report_) : read_csv_file(file);
  if (report_.has_errors()) return tell_errors();
  note_what_is_missing(read, site_->config.schema, report_);
  print(Stream::output, summary(read, report_));
  if (!command_.flag("--dry-run"))
    write_files(imported_files(read, site_->config, below_site(folder_, target_)), target_, command_.flag("--force"));
  return exit_clean;
}

int run_import(const ParsedCommand& command) { return RegisterImport(command, site_options(command)).run(); }

}  // namespace

Command import_register_command() {
  CommandSpec spec;
  spec.name = "import-register";
  spec.summary = "turn a spreadsheet or OCDS package into the register's own form";
  spec.description =
      "Reads a CSV file with headings of its own, a published register.csv with the files beside it, or a release or "
      "record package of OCDS 1.1, and writes contracts.csv, suppliers.csv and grants.csv. Headings are matched by the "
      "site's own mapping, by the names of fields and by those that councils commonly use; what could not be carried "
      "is "
      "reported.\n\n"
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
