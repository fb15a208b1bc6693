#include "cli/serve_session.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <future>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/findings_report.h"
#include "cli/site_folder.h"
#include "cli/site_preview.h"
#include "port/clock.h"
#include "port/file_watch.h"
#include "port/folder.h"
#include "port/interruption.h"
#include "port/terminal.h"
#include "serve/preview_server.h"

namespace framewright {

namespace {

constexpr int default_port = 8080, largest_port = 65535;
constexpr auto longest_wait = std::chrono::milliseconds(200);
// After so long without a change the whole site is checked again, when it was not for the last ones.
constexpr double quiet_seconds = 1.5;

int port_of(const ParsedCommand& command) {
  if (!command.given("--port")) return default_port;
  const long long port = command.integer("--port").value_or(-1);
  if (port < 0 || port > largest_port)
    throw UsageError("--port takes a number from 0 to " + std::to_string(largest_port) + ", not " +
                     command.text("--port"));
  return static_cast<int>(port);
}

// What stands at the top of a site's folder and is read.
bool is_of_site(std::string_view path) {
  static constexpr std::array<std::string_view, 5> folders{"content/", "templates/", "static/", "themes/", "words/"};
  return path == "site.toml" ||
         std::any_of(folders.begin(), folders.end(), [&](std::string_view folder) { return path.starts_with(folder); });
}

// All else there: what is published, a history, another program's work.
std::set<std::string> names_to_leave_out(const std::string& folder) {
  std::set<std::string> names;
  for (const std::string& name : Folder::open_or_make(folder, folder).names())
    if (!is_of_site(name) && !is_of_site(name + "/")) names.insert(name);
  return names;
}

FileChanges changes_of_site(FileChanges changes) {
  std::erase_if(changes.paths, [](const std::string& path) { return !is_of_site(path); });
  return changes;
}

std::string words_for(const FileChanges& changes) {
  if (changes.all || changes.paths.empty()) return "The site";
  const std::string first = *changes.paths.begin();
  const std::size_t others = changes.paths.size() - 1;
  return others == 0 ? first : first + " and " + counted(others, "other file", "other files");
}

// What stands in the way of reading the site at all: templates with errors, or a site.toml that cannot be read.
std::vector<Diagnostic> obstacles(const SiteRun& run) {
  std::vector<Diagnostic> found;
  for (const Diagnostic& each : run.findings.all()) {
    const bool settings = each.where.known() && run.model.files[each.where.file].path == "site.toml";
    if (each.rule == "bad-template" ? !run.theme.templates : settings && each.rule == "unreadable-file")
      found.push_back(each);
  }
  return found;
}

// A site that could not be read yet.
class UnreadSite : public Preview {
public:
  explicit UnreadSite(std::string trouble) : trouble_(std::move(trouble)) {}
  PreviewFile file(const std::string&) const override { return {}; }
  std::string trouble() const override { return trouble_; }

private:
  std::string trouble_;
};

// Keeps a preview of a site as its files change.
class Session {
public:
  Session(SiteRunOptions options, const std::string& host, int port)
      : options_(std::move(options)), store_(options_.folder), server_(host, port) {}

  int port() const { return server_.port(); }
  void read_whole(const std::string& what);
  void take(const FileChanges& changes);
  // Checks the whole site beside the work, once it has been quiet for a while after a change of words alone.
  void check_when_quiet();

private:
  std::unique_ptr<SiteRun> run() const { return open_site(store_, options_); }
  void put(std::unique_ptr<SiteRun> run);
  void keep_as_it_was(const std::string& why);
  void tell(const std::string& what, const Stopwatch& watch) const;

  SiteRunOptions options_;
  DiskFileStore store_;
  PreviewServer server_;
  std::shared_ptr<SitePreview> site_;
  std::string trouble_;
  bool unchecked_ = false;  // words changed since the whole site was checked
  Stopwatch since_change_;
  std::future<std::unique_ptr<SiteRun>> checking_;
  bool changed_while_checking_ = false;
};

void Session::put(std::unique_ptr<SiteRun> run) {
  unchecked_ = false;
  const std::vector<Diagnostic> in_the_way = obstacles(*run);
  if (run->theme.templates && in_the_way.empty()) {
    trouble_.clear();
    site_ = std::make_shared<SitePreview>(std::move(run), store_);
    server_.show(site_);
    return;
  }
  MessageWriter writer(run->model.files, {});
  std::string why;
  for (const Diagnostic& each : in_the_way) why += "\n" + writer.write(each);
  keep_as_it_was(why);
}

void Session::keep_as_it_was(const std::string& why) {
  if (site_ == nullptr) {
    trouble_ = "The site cannot be read.\n" + why;
    server_.show(std::make_shared<UnreadSite>(trouble_));
    return;
  }
  trouble_ = "The site is shown as it was.\n" + why;
  site_->set_trouble(trouble_);
  server_.tell();
}

void Session::tell(const std::string& what, const Stopwatch& watch) const {
  std::string line = what + ": ";
  line += trouble_.empty()
              ? counted(site_->run().routes.pages.size(), "page", "pages") + ", " + findings_summary(site_->run())
              : "not read";
  print(Stream::output, line + ", " + std::to_string(static_cast<long long>(watch.milliseconds())) + " ms\n");
  if (!trouble_.empty()) print(Stream::output, trouble_);
}

void Session::read_whole(const std::string& what) {
  const Stopwatch watch;
  try {
    put(run());
  } catch (const std::exception& error) {
    keep_as_it_was("\n" + std::string(error.what()) + "\n");
  }
  tell(what, watch);
}

void Session::take(const FileChanges& changes) {
  const Stopwatch watch;
  since_change_.restart();
  changed_while_checking_ = true;
  const bool one = !changes.all && changes.paths.size() == 1;
  if (!one || site_ == nullptr || !trouble_.empty() || !site_->reread(*changes.paths.begin()))
    return read_whole(words_for(changes) + " changed");
  unchecked_ = true;
  server_.tell();
  tell(words_for(changes) + " changed", watch);
}

void Session::check_when_quiet() {
  if (checking_.valid()) {
    if (checking_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    std::unique_ptr<SiteRun> run = checking_.get();
    if (!changed_while_checking_ && run != nullptr) put(std::move(run));
    return;
  }
  if (!unchecked_ || since_change_.seconds() < quiet_seconds) return;
  changed_while_checking_ = false;
  checking_ = std::async(std::launch::async, [this]() -> std::unique_ptr<SiteRun> {
    try {
      return run();
    } catch (const std::exception&) {
      return nullptr;  // a change that the watch tells of next
    }
  });
}

}  // namespace

int serve_site(const ParsedCommand& command) {
  SiteRunOptions options = site_options(command);
  options.drafts = true;
  const std::string folder = options.folder;
  if (!holds_site(DiskFileStore(folder))) open_site(DiskFileStore(folder), options);
  const std::string& host = command.text("--host");
  const Interruption interruption;
  FileWatch watch(folder, names_to_leave_out(folder),
                  command.flag("--poll") ? FileWatch::Way::polling : FileWatch::Way::best);
  Session session(options, host, port_of(command));
  print(Stream::output,
        "Serving " + folder + " at http://" + host + ":" + std::to_string(session.port()) + "/ (stop with Ctrl+C)\n");
  session.read_whole("The site was read");
  while (!interruption.has_come()) {
    const FileChanges changes = changes_of_site(watch.wait(longest_wait));
    if (interruption.has_come()) break;
    if (changes.empty())
      session.check_when_quiet();
    else
      session.take(changes);
  }
  return exit_clean;
}

}  // namespace framewright
