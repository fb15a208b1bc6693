#include "load/sources.h"

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "base/text.h"
#include "load/collection.h"
#include "load/front_matter.h"
#include "port/markdown.h"

namespace framewright {

namespace {

constexpr std::string_view content_folder = "content/";

struct Job {
  std::string path;   // from the site's root
  std::string place;  // in the site, below content/
  TypeId type = page_type;
  FileId file = no_file;
};

struct Parsed {
  std::deque<RawItem> items;
  CsvHeader header;
  Diagnostics diagnostics;
  bool unreadable = false;
};

std::string_view extension(std::string_view path) {
  const std::size_t slash = path.rfind('/'), dot = path.rfind('.');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
  return path.substr(dot);
}

// Whether a file's bytes are text that can go on; a finding when they are not.
bool readable_text(const FileRead& read, FileId file, Diagnostics& diagnostics) {
  if (!read.text) {
    diagnostics.error("unreadable-file", {file, 0, 0}, read.problem_of("this file"));
    return false;
  }
  if (const auto bad = first_invalid_utf8(*read.text)) {
    const auto at = static_cast<std::uint32_t>(*bad);
    diagnostics
        .error("unreadable-file", {file, at, at + 1},
               "this file is not saved as UTF-8: the character here cannot be read")
        .help = "save it as UTF-8 (in a spreadsheet: save as \"CSV UTF-8\")";
    return false;
  }
  return true;
}

// The item that a Markdown file is by its path alone.
RawItem item_of_path(const Job& job, const Config& config) {
  RawItem item;
  item.path = job.place.substr(0, job.place.size() - extension(job.place).size());
  const std::size_t slash = item.path.rfind('/');
  item.id = slash == std::string::npos ? item.path : item.path.substr(slash + 1);
  item.file = job.file;
  item.id_where = {job.file, 0, 0};
  item.section_index = item.id == "index";
  item.type = job.type;
  const TypeDef& type = config.schema.types[job.type];
  const bool chapter = type.chapters && item.path != type.folder + "/index";
  if (chapter || (item.section_index && !type.chapters)) item.type = page_type;
  if (item.type == page_type) item.id = item.path;
  if (type.chapters && !chapter) item.id = type.folder;
  return item;
}

void read_page(RawItem& item, const Job& job, std::string_view text, const Config& config, Parsed& parsed) {
  const FrontMatter parts = split_front_matter(text, job.file, parsed.diagnostics);
  item.incomplete = !parts.closed;
  if (parts.present && parts.closed) {
    TomlText toml = parse_toml(text.substr(parts.toml_begin, parts.toml_end - parts.toml_begin), job.file,
                               parts.toml_begin, parsed.diagnostics);
    report_duplicate_keys(toml.duplicates, parsed.diagnostics);
    item.incomplete = !toml.readable;
    item.table = std::move(toml.root);
  }
  if (parts.closed) {
    const MarkdownOptions options{.smart_quotes = config.markdown.smart_quotes, .text_lasts = true};
    item.body =
        parse_markdown(text.substr(parts.body_begin), Origin(job.file, parts.body_begin), options, parsed.diagnostics);
  }
  parsed.unreadable = item.incomplete;
}

Parsed read_file(const FileStore& store, const Job& job, const Config& config, SourceFile& source) {
  Parsed parsed;
  FileRead read = store.read(job.path);
  if (read.text) drop_byte_order_mark(*read.text);
  const bool readable = readable_text(read, job.file, parsed.diagnostics);
  if (read.text) source.text = std::move(*read.text);
  const std::string_view kind = extension(job.path);
  if (kind == ".md") {
    parsed.items.push_back(item_of_path(job, config));
    parsed.items.back().incomplete = parsed.unreadable = !readable;
    if (readable) read_page(parsed.items.back(), job, source.text, config, parsed);
  } else if (!readable) {
    parsed.unreadable = true;
  } else {
    const Collection file{source.text, job.file, job.type, config.schema.types[job.type]};
    const bool whole =
        kind == ".csv" ? read_csv_items(file, config.source(job.path), parsed.items, parsed.header, parsed.diagnostics)
                       : read_toml_items(file, parsed.items, parsed.diagnostics);
    parsed.unreadable = !whole;
  }
  if (!config.translation.empty() && !config.is_of_translation(job.path))
    for (RawItem& item : parsed.items) item.untranslated = true;
  return parsed;
}

// Reports what a listing had to leave out; of a folder, items of each type that it may hold are missing.
void report_left_out(const FileProblem& problem, const Schema& schema, Sources& sources, Diagnostics& diagnostics) {
  diagnostics.error("unreadable-file", {}, problem.path + ": " + problem.message);
  if (!problem.path.starts_with(content_folder)) return;
  const std::string below = problem.path.substr(content_folder.size()) + "/";
  sources.unreadable.push_back({schema.type_of_path(below), no_file});
  for (std::size_t type = 0; type < schema.types.size(); ++type)
    if (schema.types[type].folder.starts_with(below))
      sources.unreadable.push_back({static_cast<TypeId>(type), no_file});
}

// The files of the site, or of one of its translations, by where they stand in it. What is translated takes the place
// of what it translates.
std::map<std::string, std::string> files_in_place(const std::vector<std::string>& paths, const Config& config) {
  std::map<std::string, std::string> files;
  for (const std::string& path : paths) {
    const std::optional<std::string_view> place = config.place_of(path);
    if (!place) continue;
    if (config.is_of_translation(path))
      files.insert_or_assign(std::string(*place), path);
    else
      files.try_emplace(std::string(*place), path);
  }
  return files;
}

std::vector<Job> plan_jobs(const FileStore& store, const Config& config, SourceFiles& files, Sources& sources,
                           Diagnostics& diagnostics) {
  std::vector<FileProblem> problems;
  std::vector<Job> jobs;
  if (!store.is_folder("content"))
    diagnostics.error("unreadable-file", {config.file, 0, 0}, "there is no folder content/ beside site.toml").help =
        "put the pages of the site in content/, beginning with content/index.md";
  for (auto& [place, path] : files_in_place(store.list("content", problems), config)) {
    const std::string_view kind = extension(place);
    const TypeId type = config.schema.type_of_path(place);
    if (kind != ".md" && (type == page_type || (kind != ".toml" && kind != ".csv"))) {
      sources.assets.push_back({place, std::move(path)});
      continue;
    }
    const FileId file = files.add(path, {});
    jobs.push_back({std::move(path), place, type, file});
  }
  for (const std::string& path : store.list("static", problems)) sources.statics.push_back(path.substr(7));
  for (const FileProblem& problem : problems) report_left_out(problem, config.schema, sources, diagnostics);
  return jobs;
}

void report_unknown_sources(const Config& config, const std::vector<Job>& jobs, Diagnostics& diagnostics) {
  for (const SourceSettings& settings : config.sources) {
    const auto known = std::any_of(jobs.begin(), jobs.end(), [&](const Job& job) { return job.path == settings.path; });
    if (known) continue;
    Diagnostic& d = diagnostics.error("bad-config", settings.where, "there is no file " + settings.path);
    std::vector<std::string_view> paths;
    for (const Job& job : jobs)
      if (job.path.ends_with(".csv")) paths.push_back(job.path);
    if (const auto near = nearest(settings.path, paths)) d.label = "did you mean \"" + std::string(*near) + "\"?";
  }
}

}  // namespace

const CsvHeader* Sources::header(FileId file) const {
  const auto found =
      std::find_if(headers.begin(), headers.end(), [&](const CsvHeader& header) { return header.file == file; });
  return found == headers.end() ? nullptr : &*found;
}

Sources load_sources(const FileStore& store, const Config& config, SourceFiles& files, std::size_t threads,
                     Diagnostics& diagnostics) {
  Sources sources;
  const std::vector<Job> jobs = plan_jobs(store, config, files, sources, diagnostics);
  report_unknown_sources(config, jobs, diagnostics);
  std::vector<Parsed> parsed(jobs.size());
  parallel_for(jobs.size(), threads, [&](std::size_t index, std::size_t) {
    parsed[index] = read_file(store, jobs[index], config, files[jobs[index].file]);
  });
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (parsed[i].unreadable) sources.unreadable.push_back({jobs[i].type, jobs[i].file});
    if (parsed[i].header.file != no_file) sources.headers.push_back(std::move(parsed[i].header));
    std::move(parsed[i].items.begin(), parsed[i].items.end(), std::back_inserter(sources.items));
    parsed[i].items.clear();
    diagnostics.merge(std::move(parsed[i].diagnostics));
  }
  return sources;
}

}  // namespace framewright
