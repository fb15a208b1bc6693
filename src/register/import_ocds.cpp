#include "register/import_ocds.h"

#include <map>
#include <set>

#include "base/text.h"
#include "register/import_json.h"
#include "register/import_ocds_release.h"
#include "register/import_sheet.h"

namespace framewright {

namespace {

using Kind = JsonValue::Kind;

// Of one process: the release of the latest day, and the earliest that has an award.
struct Process {
  const JsonValue* latest = nullptr;
  const JsonValue* first_award = nullptr;
  std::size_t releases = 0;
};

Date day_of_package(const JsonValue& package, const Config& config) {
  return parse_date(package.text_of("publishedDate").substr(0, 10)).value_or(config.today);
}

std::string own_name(const Config& config) {
  return config.organisation.name.empty() ? config.title : config.organisation.name;
}

// The contracts of a package, one process after another.
class PackageReader {
public:
  PackageReader(std::string_view text, FileId file, const Config& config, const JsonValue& package,
                ImportReport& report)
      : text_(text),
        file_(file),
        config_(config),
        package_(package),
        report_(report),
        releases_(own_name(config), day_of_package(package, config), suppliers_, report) {}

  ImportedRegister read();

private:
  Span place_of(std::string_view ocid);
  void wrong(Span where, const std::string& message, const std::string& help = {}) {
    report_.error("bad-value", where, message, help);
  }
  void take(const JsonValue& release);
  void take_record(const JsonValue& record);
  void read_process(const Process& process);
  void link_processes();

  std::string_view text_;
  std::size_t found_ = 0;  // the place of the ocid that was found last
  std::size_t missed_ = 0;
  FileId file_;
  const Config& config_;
  const JsonValue& package_;
  ImportReport& report_;
  ImportedRegister result_;
  OcdsSuppliers suppliers_{result_, report_};
  OcdsReleaseReader releases_;
  std::vector<Process> processes_;
  std::map<std::string_view, std::size_t> by_process_;
  std::map<std::string, std::string, std::less<>> id_of_ocid_;
  std::set<std::string, std::less<>> ids_;
};

// Where the ocid stands in the text, from the place that was found last: processes come in the order in which they
// stand. One that is written with escapes is not found; after some of those nothing is looked for.
Span PackageReader::place_of(std::string_view ocid) {
  constexpr std::size_t most_missed = 20;
  if (ocid.empty() || missed_ > most_missed) return {file_, 0, 0};
  const std::size_t at = text_.find("\"" + std::string(ocid) + "\"", found_);
  if (at == std::string_view::npos) {
    ++missed_;
    return {file_, 0, 0};
  }
  found_ = at;
  return {file_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + ocid.size() + 2)};
}

void PackageReader::take(const JsonValue& release) {
  const std::string_view ocid = release.text_of("ocid");
  if (ocid.empty()) {
    wrong({file_, 0, 0}, "a release has no ocid");
    return;
  }
  const auto [place, fresh] = by_process_.try_emplace(ocid, processes_.size());
  if (fresh) processes_.emplace_back();
  Process& process = processes_[place->second];
  ++process.releases;
  const auto earlier = [](const JsonValue& a, const JsonValue& b) { return a.text_of("date") < b.text_of("date"); };
  if (process.latest == nullptr || !earlier(release, *process.latest)) process.latest = &release;
  const bool awarded = !member(release, "awards").items.empty();
  if (awarded && (process.first_award == nullptr || earlier(release, *process.first_award)))
    process.first_award = &release;
}

void PackageReader::take_record(const JsonValue& record) {
  const JsonValue* compiled = record.find("compiledRelease");
  std::size_t linked = 0;
  for (const JsonValue& release : member(record, "releases").items) {
    if (release.find("ocid") != nullptr)
      take(release);
    else
      ++linked;
  }
  const std::string ocid = text_member(record, "ocid");
  if (compiled != nullptr)
    take(*compiled);
  else if (linked > 0)
    wrong(place_of(ocid), "the record " + ocid + " names its releases by links, which are not followed",
          "fetch the release package, or a record package that has compiled releases");
  else if (member(record, "releases").items.empty())
    wrong(place_of(ocid), "the record " + ocid + " has neither releases nor a compiled release");
}

void PackageReader::read_process(const Process& process) {
  const JsonValue& release = *process.latest;
  const std::vector<JsonValue>& contracts = member(release, "contracts").items;
  const std::string ocid = text_member(release, "ocid");
  ImportedItem item;
  item.where = place_of(ocid);
  item.id = contracts.empty() ? text_member(member(release, "tender"), "id") : text_member(contracts.front(), "id");
  if (item.id.empty()) {
    report_.note("a process was left out: it has no contract and no tender with an id", ocid);
    return;
  }
  if (!ids_.insert(item.id).second) {
    wrong(item.where, "the process " + ocid + " has the id of another: \"" + item.id + "\"");
    return;
  }
  if (ocid != config_.contracts.ocid_prefix + "-" + item.id) put(item.fields, "ocid", ocid);
  id_of_ocid_.emplace(ocid, item.id);
  releases_.read(release, process.first_award, item);
  result_.contracts.push_back(std::move(item));
}

void PackageReader::link_processes() {
  for (ImportedItem& item : result_.contracts)
    for (const char* field : {"predecessor", "successor"}) {
      const auto named = item.fields.find(field);
      if (named == item.fields.end()) continue;
      std::vector<std::string> ids;
      for (const std::string& ocid : named->second)
        if (const auto found = id_of_ocid_.find(ocid); found != id_of_ocid_.end())
          ids.push_back(found->second);
        else
          report_.note(std::string(field) + " was left out where it is not in the package", ocid + " in " + item.id);
      named->second = std::move(ids);
    }
}

ImportedRegister PackageReader::read() {
  for (const JsonValue& release : member(package_, "releases").items) take(release);
  for (const JsonValue& record : member(package_, "records").items) take_record(record);
  if (processes_.empty() && !report_.has_errors())
    report_.error("unreadable-file", {file_, 0, 0}, "this package has no releases");
  found_ = missed_ = 0;
  std::size_t passed_over = 0;
  for (const Process& process : processes_) {
    suppliers_.reserve_ids(*process.latest);
    passed_over += process.releases - 1;
  }
  for (const Process& process : processes_) read_process(process);
  link_processes();
  if (passed_over > 0)
    report_.note("of each process what is known last was read, and not its " +
                 counted(passed_over, "other release", "other releases"));
  return std::move(result_);
}

// Nothing is wrong with the package as a whole.
bool is_package(const JsonValue& package, FileId file, ImportReport& report) {
  const auto wrong = [&](const std::string& message, const std::string& help = {}) {
    report.error("unreadable-file", {file, 0, 0}, message, help);
    return false;
  };
  const JsonValue &releases = member(package, "releases"), &records = member(package, "records");
  if (releases.kind == Kind::null && records.kind == Kind::null)
    return wrong("this is neither a release package nor a record package of OCDS",
                 package.find("ocid") != nullptr ? "it is a release or a record by itself: fetch the package" : "");
  for (const JsonValue* list : {&releases, &records}) {
    if (list->kind != Kind::null && list->kind != Kind::array) return wrong("releases and records must be lists");
    for (const JsonValue& each : list->items)
      if (each.kind != Kind::object) return wrong("each of releases and records must be an object");
  }
  const std::string_view version = package.text_of("version");
  if (version == "1.1") return true;
  return wrong("this package is of OCDS " + (version.empty() ? "1.0" : std::string(version)) + ", and 1.1 is read");
}

}  // namespace

ImportedRegister import_ocds(std::string_view text, FileId file, const Config& config, ImportReport& report) {
  if (!is_readable(text, file, report)) return {};
  const std::size_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  std::size_t bad = 0;
  const auto package = parse_json(text.substr(mark), bad);
  const auto place = static_cast<std::uint32_t>(mark + bad);
  if (!package) {
    report.error("unreadable-file", {file, place, place},
                 place >= text.size() ? "this file ends before its JSON does" : "this is no JSON from here on",
                 "fetch the file again, whole");
    return {};
  }
  if (!is_package(*package, file, report)) return {};
  return PackageReader(text, file, config, *package, report).read();
}

}  // namespace framewright
