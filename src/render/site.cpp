#include "render/site.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"

namespace framewright {

namespace {

// Where an item begins in its file: a page at the top, others with the line of the first that they give.
std::uint32_t beginning_of(const Model& model, const Item& item) {
  if (item.form == ItemForm::page) return 0;
  std::uint32_t first = item.id_where.begin;
  for (const FieldValue& value : item.fields)
    if (value.where.file == item.file) first = std::min(first, value.where.begin);
  const std::size_t line = first == 0 ? std::string::npos : model.files[item.file].text.rfind('\n', first - 1);
  return line == std::string::npos ? 0 : static_cast<std::uint32_t>(line) + 1;
}

// Nothing but files of the site's own host, and no script or style within a page (CSP Level 3). An icon that is none is
// written as data.
constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'";

// "/framework/" of https://example.org/framework/; "/" without an address.
std::string_view path_of(std::string_view base_url) {
  const std::size_t host = base_url.find("://");
  return host == std::string_view::npos ? "/" : base_url.substr(base_url.find('/', host + 3));
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> footer{
    {{"accessibility/", "footer.accessibility"},
     {"cookies/", "made.cookies"},
     {"privacy/", "made.privacy"},
     {"contact/", "footer.contact"}}};
std::string_view address_of(const Route& route) { return route.address; }
std::string_view address_of(const RedirectRoute& redirect) { return redirect.from; }

}  // namespace

Site::Site(const ModelValues& values, const Config& config, const Routes& routes, const Theme& theme,
           const std::vector<Diagnostic>& findings, SiteOptions options)
    : values_(values),
      config_(config),
      routes_(routes),
      theme_(theme),
      findings_(findings),
      options_(std::move(options)) {
  if (options_.draft && !findings.empty()) share_out_findings();
  find_sections();
  find_neighbours();
  for (const OtherLanguage& other : options_.languages) {
    std::unordered_set<std::string_view>& addresses = addresses_.emplace_back();
    for (const Route& route : other.routes->pages) addresses.insert(route.address);
  }
  Array& languages = arena_.array();
  for (const OtherLanguage& other : options_.languages)
    languages.add(arena_.table().set("code", other.code).set("name", other.name).set("base_url", other.base_url));
  Table& organisation = arena_.table();
  organisation.set("name", config.organisation.name)
      .set("email", config.organisation.email)
      .set("telephone", config.organisation.telephone)
      .set("address", config.organisation.address)
      .set("logo", config.organisation.logo)
      .set("colour", config.organisation.colour ? arena_.keep(hex(*config.organisation.colour)) : std::string_view());
  Array& months = arena_.array();
  for (const std::string& month : config.words.date_names.months) months.add(month);
  table_ = &arena_.table();
  table_->set("title", config.title)
      .set("base_url", config.base_url)
      .set("path", path_of(config.base_url))
      .set("content_policy", content_policy)
      .set("for_files", options_.for_files)
      .set("data_folder", options_.data_folder)
      .set("language", config.language)
      .set("languages", languages)
      .set("months", months)
      .set("description", config.description)
      .set("stylesheet", theme.stylesheet.file)
      .set("search", config.search.enabled ? "search/" : "")
      .set("search_script", theme.search_script.file)
      .set("register_script", theme.register_script.file)
      .set("date_format", config.date_format)
      .set("today", config.today)
      .set("organisation", organisation)
      .set("footer", footer_pages())
      .set("draft", options_.draft)
      .set("feed", config.base_url.empty() ? "" : "feed.xml");
}

// The pages that a public body's site leads to from each of its pages, always in this order: as an author has written
// them, as they are made, or where a redirect leads to them.
const Array& Site::footer_pages() {
  Array& pages = arena_.array();
  const auto add = [&](std::string_view title, std::string_view address) {
    pages.add(arena_.table().set("title", title).set("address", address));
  };
  const Words& words = config_.words;
  for (const auto& [address, title] : footer) {
    const auto is_here = [&, here = address](const auto& each) { return address_of(each) == here; };
    const auto page = std::find_if(routes_.pages.begin(), routes_.pages.end(), is_here);
    if (page == routes_.pages.end()) {
      if (std::any_of(routes_.redirects.begin(), routes_.redirects.end(), is_here)) add(words.text(title), address);
    } else if (page->item != no_item && !page->is_index()) {
      pages.add(values_[page->item]);
    } else {
      add(page->plan == nullptr || page->plan->short_title.empty() ? words.text(title) : page->plan->short_title,
          address);
    }
  }
  return pages;
}

void Site::find_sections() {
  for (const Route& route : routes_.pages)
    if (route.kind != PageKind::item) made_.insert(route.address);
  for (const RedirectRoute& redirect : routes_.redirects) made_.insert(redirect.from);
  for (const Route& route : routes_.pages) {
    if (route.kind == PageKind::page && model().type(model().items[route.item]).chapters) {
      const TypeDef& type = model().type(model().items[route.item]);
      sections_.push_back({capitalised(type.label), route.address, type.says, 1, true});
    }
  }
  for (const Route& route : routes_.pages)
    if (route.plan != nullptr && route.plan->section)
      sections_.push_back({route.plan->title, route.address, route.plan->summary, 1, false});
  std::vector<const Route*> indexes;
  for (const Route& route : routes_.pages)
    if (route.is_index()) indexes.push_back(&route);
  std::stable_sort(indexes.begin(), indexes.end(), [](const Route* a, const Route* b) { return a->type < b->type; });
  for (const Route* route : indexes) {
    const TypeDef& type = model().schema->types[route->type];
    const auto items = model().of_type(route->type);
    const auto count = std::count_if(items.begin(), items.end(), [&](ItemId item) { return is_published(item); });
    sections_.push_back({type.index_title(), route->address, type.says, static_cast<std::size_t>(count), type.menu});
  }
}

void Site::find_neighbours() {
  for (const Route& route : routes_.pages)
    if (route.kind == PageKind::page && model().items[route.item].framework != no_item)
      chapters_[model().items[route.item].framework].push_back(&route);
  neighbours_.resize(routes_.pages.size());
  const auto section = [&](const Route& route) -> std::pair<int, std::uint32_t> {
    if (route.item == no_item || route.is_index() || route.kind == PageKind::home || route.kind == PageKind::whole)
      return {0, 0};
    const Item& item = model().items[route.item];
    if (item.framework != no_item) return {1, item.framework};
    return item.type == page_type ? std::pair<int, std::uint32_t>{0, 0} : std::pair<int, std::uint32_t>{2, item.type};
  };
  for (std::size_t i = 0; i + 1 < routes_.pages.size(); ++i) {
    const auto here = section(routes_.pages[i]);
    if (here.first == 0 || here != section(routes_.pages[i + 1])) continue;
    neighbours_[i].second = &routes_.pages[i + 1];
    neighbours_[i + 1].first = &routes_.pages[i];
  }
}

const std::vector<const Route*>& Site::chapters(ItemId framework) const {
  static const std::vector<const Route*> none;
  const auto found = chapters_.find(framework);
  return found == chapters_.end() ? none : found->second;
}

const Route* Site::previous(const Route& route) const {
  return neighbours_[static_cast<std::size_t>(&route - routes_.pages.data())].first;
}

const Route* Site::next(const Route& route) const {
  return neighbours_[static_cast<std::size_t>(&route - routes_.pages.data())].second;
}

bool Site::is_made(std::string_view address) const { return made_.contains(address); }

bool Site::is_shared(std::string_view file) const {
  if (config_.translation.empty()) return false;
  return routes_.shared.contains(std::string(file)) || theme_.has_file(file);
}

std::vector<const OtherLanguage*> Site::languages_of(std::string_view address) const {
  std::vector<const OtherLanguage*> found;
  for (std::size_t i = 0; i < addresses_.size(); ++i)
    if (addresses_[i].contains(address)) found.push_back(&options_.languages[i]);
  return found;
}

bool Site::is_published(ItemId item) const { return options_.draft || !model().items[item].draft; }

void Site::share_out_findings() {
  std::map<FileId, std::vector<std::pair<std::uint32_t, ItemId>>> beginnings;
  for (std::size_t i = 0; i < model().items.size(); ++i)
    if (const Item& item = model().items[i]; item.parent == no_item && item.file != no_file)
      beginnings[item.file].emplace_back(beginning_of(model(), item), static_cast<ItemId>(i));
  for (auto& [file, items] : beginnings) std::sort(items.begin(), items.end());
  for (const Diagnostic& finding : findings_) {
    const auto file = beginnings.find(finding.where.file);
    if (file == beginnings.end()) continue;
    const auto after =
        std::upper_bound(file->second.begin(), file->second.end(), std::pair(finding.where.begin, no_item));
    if (after != file->second.begin())
      findings_by_address_[model().items[std::prev(after)->second].address].push_back(&finding);
  }
}

const std::vector<const Diagnostic*>& Site::findings_on(const Route& route) const {
  static const std::vector<const Diagnostic*> none;
  const auto found = findings_by_address_.find(route.address);
  return found == findings_by_address_.end() ? none : found->second;
}

}  // namespace framewright
