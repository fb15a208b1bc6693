#include "cli/findings_report.h"

#include <algorithm>
#include <map>

#include "base/message.h"
#include "base/text.h"
#include "cli/command.h"
#include "port/json.h"
#include "port/terminal.h"

namespace framewright {

namespace {

constexpr std::size_t most_of_a_rule = 20;  // findings of a rule in one file that are printed, unless all are asked for

void write_place(JsonWriter& json, const SiteRun& run, MessageWriter& writer, Span where) {
  if (!where.known()) return;
  const Position begin = writer.position(where);
  const Position end = writer.position({where.file, where.end, where.end});
  json.field("path", run.model.files[where.file].path);
  json.field("line", begin.line).field("column", begin.column);
  json.field("end_line", end.line).field("end_column", end.column);
}

void write_finding(JsonWriter& json, const SiteRun& run, MessageWriter& writer, const Diagnostic& d) {
  json.begin_object();
  json.field("rule", d.rule).field("severity", severity_name(d.severity));
  write_place(json, run, writer, d.where);
  json.field("message", d.message);
  json.field_if("label", d.label).field_if("help", d.help);
  if (!d.notes.empty()) {
    json.key("also").begin_array();
    for (const Note& note : d.notes) {
      json.begin_object();
      write_place(json, run, writer, note.where);
      json.field("message", note.message).end_object();
    }
    json.end_array();
  }
  json.end_object();
}

std::string json_report(const SiteRun& run) {
  std::string out;
  MessageWriter writer(run.model.files, {});
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_object();
  json.key("findings").begin_array();
  for (const Diagnostic& d : run.findings.all()) write_finding(json, run, writer, d);
  json.end_array();
  json.field("errors", run.findings.count(Severity::error));
  json.field("warnings", run.findings.count(Severity::warning));
  json.field("infos", run.findings.count(Severity::info));
  json.field("waived", run.waived.size());
  json.end_object();
  return out + "\n";
}

// One line for each rule of which a file has more findings than are printed.
std::string counts_of_more(const std::map<std::string_view, std::size_t>& found, const std::string& path) {
  std::string out;
  for (const auto& [rule, count] : found)
    if (count > most_of_a_rule)
      out += "… and " + with_thousands(static_cast<long long>(count - most_of_a_rule)) + " more of " +
             std::string(rule) + (path.empty() ? "" : " in " + path) + "; --all shows them\n";
  return out.empty() ? out : out + "\n";
}

std::string text_report(const SiteRun& run, bool whole) {
  std::string out;
  MessageWriter writer(run.model.files, {wants_colour(Stream::output)});
  std::map<std::string_view, std::size_t> found;  // in the file at hand, by rule
  FileId file = no_file;
  const auto end_file = [&] {
    if (!whole) out += counts_of_more(found, file == no_file ? std::string() : run.model.files[file].path);
    found.clear();
  };
  for (const Diagnostic& d : run.findings.all()) {
    if (d.where.file != file) end_file();
    file = d.where.file;
    if (++found[d.rule] <= most_of_a_rule || whole) out += writer.write(d) + "\n";
  }
  end_file();
  return out;
}

}  // namespace

std::string findings_report(const SiteRun& run, const ParsedCommand& command) {
  if (command.text("--format") == "json") return json_report(run);
  return text_report(run, command.flag("--all"));
}

std::string findings_summary(const SiteRun& run) {
  std::vector<std::string> parts;
  const auto add = [&](Severity severity, std::string_view one, std::string_view many) {
    if (const std::size_t count = run.findings.count(severity); count > 0) parts.push_back(counted(count, one, many));
  };
  add(Severity::error, "error", "errors");
  add(Severity::warning, "warning", "warnings");
  add(Severity::info, "hint", "hints");
  std::string summary = parts.empty() ? "no findings" : join_words(parts);
  if (!run.waived.empty()) summary += ", " + std::to_string(run.waived.size()) + " waived";
  return summary;
}

std::string site_size(const SiteRun& run) {
  std::size_t content = 0;
  for (std::size_t i = 0; i < run.model.files.size(); ++i)
    content += run.model.files[static_cast<FileId>(i)].path.starts_with("content/") ? 1 : 0;
  return counted(run.model.items.size(), "item", "items") + " in " + counted(content, "file", "files");
}

int findings_exit_code(const SiteRun& run, const ParsedCommand& command) {
  const std::string& level = command.text("--fail-on");
  const Severity least = level == "warning" ? Severity::warning : level == "info" ? Severity::info : Severity::error;
  const std::vector<Diagnostic>& all = run.findings.all();
  const bool any = std::any_of(all.begin(), all.end(), [&](const Diagnostic& d) { return d.severity >= least; });
  return any ? exit_findings : exit_clean;
}

}  // namespace framewright
