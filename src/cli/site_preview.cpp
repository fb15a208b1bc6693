#include "cli/site_preview.h"

#include <algorithm>

#include "base/message.h"
#include "check/judge.h"
#include "cli/publishable_findings.h"
#include "load/front_matter.h"
#include "register/redaction.h"
#include "render/extras.h"
#include "render/page_renderer.h"

namespace framewright {

namespace {

constexpr std::string_view page_ending = ".md";

bool all_could_be_read(const SiteRun& run) {
  const std::vector<Diagnostic>& all = run.findings.all();
  return std::none_of(all.begin(), all.end(), [](const Diagnostic& each) { return each.rule == "unreadable-file"; });
}

}  // namespace

SitePreview::SitePreview(std::unique_ptr<SiteRun> run, const DiskFileStore& store)
    : run_(std::move(run)), store_(store), parts_(languages_of(*run_)) {
  make_languages();
  place_files();
  if (parts_.size() == 1 && !has_redactions(run_->model) && all_could_be_read(*run_))
    bodies_ = std::make_unique<BodyReader>(run_->model, *run_->values, run_->config, run_->theme.directives,
                                           generic_filters());
}

void SitePreview::make_languages() {
  languages_.reserve(parts_.size());
  for (const LanguageRun& part : parts_) {
    languages_.push_back({part, {}, nullptr});
    make_site(languages_.back());
  }
}

void SitePreview::make_site(Language& language) {
  SiteRun& run = language.part.run;
  language.site.reset();
  language.findings = publishable_findings(run);
  language.site = std::make_unique<Site>(*run.values, run.config, run.routes, run.theme, language.findings,
                                         site_options_of(parts_, language.part, store_, true, false));
}

void SitePreview::place_files() {
  for (std::size_t i = 0; i < languages_.size(); ++i) {
    const LanguageRun& part = languages_[i].part;
    const auto add = [&](const std::string& file, Place::Kind kind, std::size_t index) {
      places_.emplace(part.folder + file, Place{kind, i, index});
    };
    const Routes& routes = part.run.routes;
    for (std::size_t at = 0; at < routes.pages.size(); ++at) add(routes.pages[at].file, Place::Kind::page, at);
    for (std::size_t at = 0; at < routes.copies.size(); ++at) add(routes.copies[at].file, Place::Kind::copy, at);
    const std::vector<PlannedFile>& files = part.run.plan.files;
    for (std::size_t at = 0; at < files.size(); ++at)
      if (!routes.shared.contains(files[at].file)) add(files[at].file, Place::Kind::data, at);
  }
}

PreviewFile SitePreview::file(const std::string& path) const {
  const std::shared_lock lock(mutex_);
  const auto found = places_.find(path);
  if (found == places_.end()) return whole_file(path);
  const Place& place = found->second;
  switch (place.kind) {
    case Place::Kind::page: return page(place);
    case Place::Kind::data: return {true, true, data(place), {}};
    case Place::Kind::copy: break;
  }
  FileRead read = store_.read(languages_[place.language].part.run.routes.copies[place.index].from);
  return {read.text.has_value(), true, std::move(read.text).value_or(""), {}};
}

PreviewFile SitePreview::page(const Place& place) const {
  const Language& language = languages_[place.language];
  const SiteRun& run = language.part.run;
  const Route& route = run.routes.pages[place.index];
  PreviewFile file{true, true, {}, {}};
  Diagnostics found;
  render_page(route, *language.site, file.bytes, found);
  file.sound = found.empty() && (route.item == no_item || !run.model.items[route.item].incomplete);
  MessageWriter writer(run.model.files, {});
  for (const Diagnostic& each : found.all()) file.notice += writer.write(each);
  if (!file.sound)
    for (const Diagnostic* each : language.site->findings_on(route)) file.notice += writer.write(*each);
  return file;
}

std::string SitePreview::data(const Place& place) const {
  std::string bytes;
  languages_[place.language].part.run.plan.files[place.index].write([&](std::string_view piece) { bytes += piece; });
  return bytes;
}

// The folders of data, such as the index of the search, cost more than all the rest, so that they are made by
// themselves.
PreviewFile SitePreview::whole_file(const std::string& path) const {
  const std::lock_guard lock(whole_mutex_);
  const auto holds = [&](const LanguageRun& part, const PlannedFolder& folder) {
    return path.starts_with(part.folder + folder.folder + "/");
  };
  const bool in_folder = std::any_of(parts_.begin(), parts_.end(), [&](const LanguageRun& part) {
    return std::any_of(part.run.plan.folders.begin(), part.run.plan.folders.end(),
                       [&](const PlannedFolder& folder) { return holds(part, folder); });
  });
  std::optional<Files>& files = in_folder ? folder_files_ : extra_files_;
  if (!files) files = in_folder ? make_folder_files() : make_extra_files();
  const auto found = files->find(path);
  if (found == files->end()) return {};
  return {true, true, found->second, {}};
}

SitePreview::Files SitePreview::make_folder_files() const {
  Files files;
  for (const LanguageRun& part : parts_)
    for (const PlannedFolder& folder : part.run.plan.folders)
      folder.write(1, [&](std::string_view name, std::string_view bytes) {
        files[part.folder + folder.folder + "/" + std::string(name)] = bytes;
      });
  return files;
}

SitePreview::Files SitePreview::make_extra_files() const {
  Files files;
  for (const Language& language : languages_) {
    Diagnostics unused;  // they were told when the templates were read
    for (ExtraFile& file : render_extras(*language.site, language.part.run.theme, unused))
      files[language.part.folder + file.file] = std::move(file.bytes);
  }
  return files;
}

std::string SitePreview::trouble() const {
  const std::shared_lock lock(mutex_);
  return trouble_;
}

void SitePreview::set_trouble(std::string trouble) {
  const std::unique_lock lock(mutex_);
  trouble_ = std::move(trouble);
}

void SitePreview::drop_findings_in_body(FileId file) {
  Diagnostics unused;
  const FrontMatter parts = split_front_matter(run_->model.files[file].text, file, unused);
  const auto in_body = [&](Span where) { return where.file == file && where.begin >= parts.body_begin; };
  std::vector<Diagnostic>& all = run_->findings.all();
  std::erase_if(all, [&](const Diagnostic& each) { return in_body(each.where); });
  for (Diagnostic& each : all) std::erase_if(each.notes, [&](const Note& note) { return in_body(note.where); });
}

bool SitePreview::reread(const std::string& path) {
  FileRead read = store_.read(path);
  const std::unique_lock lock(mutex_);
  Model& model = run_->model;
  const std::optional<std::string_view> place = run_->config.place_of(path);
  if (bodies_ == nullptr || !read.text || !place || !place->ends_with(page_ending)) return false;
  const ItemId page = model.find_page(place->substr(0, place->size() - page_ending.size()));
  Diagnostics found;
  if (page == no_item || !bodies_->read(page, std::move(*read.text), found)) return false;
  const FileId file = model.items[page].file;
  drop_findings_in_body(file);
  Judgement judged = judge(std::move(found), model, run_->config);
  std::vector<Diagnostic>& all = judged.findings.all();
  // Whether a waiver still serves is told when the whole site is checked.
  std::erase_if(all, [&](const Diagnostic& each) { return each.where.file != file; });
  run_->findings.merge(std::move(judged.findings));
  run_->findings.sort(model.files);
  make_site(languages_.front());
  extra_files_.reset();
  folder_files_.reset();
  return true;
}

}  // namespace framewright
