#include "render/extras.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/html.h"
#include "render/page_facts.h"

namespace framewright {

namespace {

constexpr std::size_t most_feed_entries = 50;

struct Entry {
  std::string title, address, summary;
  std::optional<Date> changed;
};

std::optional<Date> last_date(const Item& item, const TypeDef& type) {
  std::optional<Date> last;
  for (const std::string_view name : {"published_on", "adopted_on", "approved_on", "reviewed_on"})
    if (const Date* date = date_field(item, type, name); date != nullptr && (!last || *date > *last)) last = *date;
  return last;
}

Entry entry_of(const Site& site, const Route& route) {
  const Model& model = site.model();
  Entry entry;
  entry.address = site.config().base_url;
  append_url_encoded(entry.address, route.address);
  if (route.plan != nullptr)
    entry.title = route.plan->title;
  else if (route.item != no_item)
    entry.title = model.reads(route.item);
  if (route.item != no_item) {
    const Item& item = model.items[route.item];
    entry.changed = last_date(item, model.type(item));
    if (const std::string* summary = text_field(item, model.type(item), "summary")) entry.summary = *summary;
  }
  return entry;
}

Value entries_value(std::span<const Entry> entries, Arena& arena) {
  Array& list = arena.array();
  for (const Entry& entry : entries)
    list.add(arena.table()
                 .set("title", entry.title)
                 .set("address", entry.address)
                 .set("summary", entry.summary)
                 .set("changed", entry.changed ? Value(*entry.changed) : Value(Empty{})));
  return list;
}

std::string redirect_page(const std::string& to, const Config& config) {
  const std::string url = escape_html(to);
  return "<!doctype html>\n<html lang=\"" + escape_html(config.language) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escape_html(config.words.text("redirect.title")) +
         "</title>\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"refresh\" content=\"0; url=" +
         url + "\">\n<link rel=\"canonical\" href=\"" + url + "\">\n</head>\n<body>\n<p>" +
         config.words.markup("redirect.says", {to}).markup() + "</p>\n</body>\n</html>\n";
}

// Where a page that redirects leads, from where it stands.
std::string redirect_target(const Site& site, const RedirectRoute& redirect) {
  if (redirect.whole) return redirect.to;
  std::string path;
  for (const char c : redirect.file)
    if (c == '/') path += "../";
  const std::size_t end = std::min(redirect.to.find_first_of("?#"), redirect.to.size());
  path += redirect.to.substr(0, end);
  if (path.empty()) path = "./";
  if (site.options().for_files && path.ends_with('/')) path += "index.html";
  std::string url;
  append_url_encoded(url, path + redirect.to.substr(end));
  return url;
}

// Makes the files one after another.
class Extras {
public:
  Extras(const Site& site, Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

  void add_sitemap();
  void add_feed();
  void add(const std::string& template_name, const std::string& file, std::span<const Entry> entries,
           std::span<const Entry> maps = {});
  void add(ExtraFile file) { files_.push_back(std::move(file)); }
  std::vector<ExtraFile> take() { return std::move(files_); }

private:
  const Site& site_;
  Diagnostics& diagnostics_;
  std::vector<ExtraFile> files_;
};

void Extras::add(const std::string& template_name, const std::string& file, std::span<const Entry> entries,
                 std::span<const Entry> maps) {
  Arena arena;
  Table context;
  context.set("site", site_.table()).set("words", site_.config().words);
  context.set("entries", entries_value(entries, arena));
  context.set("maps", entries_value(maps, arena));
  ExtraFile extra{file, {}};
  if (site_.templates().render(template_name, context, arena, extra.bytes, diagnostics_))
    files_.push_back(std::move(extra));
}

void Extras::add_sitemap() {
  const std::vector<std::string>& parts = site_.routes().sitemaps;
  std::vector<Entry> entries, maps;
  const auto close_map = [&] {
    const std::string file = parts.empty() ? "sitemap.xml" : parts[maps.size()];
    add("sitemap.xml", file, entries);
    maps.push_back({{}, site_.config().base_url + file, {}, {}});
    entries.clear();
  };
  for (const Route& route : site_.routes().pages) {
    if (!is_listed(route)) continue;
    entries.push_back(entry_of(site_, route));
    if (entries.size() == most_sitemap_addresses) close_map();
  }
  if (!entries.empty() || maps.empty()) close_map();
  if (!parts.empty()) add("sitemap.xml", "sitemap.xml", {}, maps);
}

void Extras::add_feed() {
  std::vector<std::pair<Date, const Route*>> changed;
  const Model& model = site_.model();
  for (const Route& route : site_.routes().pages)
    if (route.item != no_item && is_listed(route))
      if (const auto date = last_date(model.items[route.item], model.type(model.items[route.item])))
        changed.emplace_back(*date, &route);
  std::stable_sort(changed.begin(), changed.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (changed.size() > most_feed_entries) changed.resize(most_feed_entries);
  std::vector<Entry> entries;
  entries.reserve(changed.size());
  for (const auto& [date, route] : changed) entries.push_back(entry_of(site_, *route));
  add("feed.xml", "feed.xml", entries);
}

}  // namespace

std::vector<ExtraFile> render_extras(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  Extras extras(site, diagnostics);
  const bool alone = site.config().translation.empty();
  if (alone) {
    extras.add({theme.stylesheet.file, theme.stylesheet.bytes});
    if (site.config().search.enabled) extras.add({theme.search_script.file, theme.search_script.bytes});
    if (!site.options().supplements.empty()) extras.add({theme.register_script.file, theme.register_script.bytes});
    extras.add("robots.txt", "robots.txt", {});
    extras.add("headers.txt", "_headers", {});
  }
  if (!site.config().base_url.empty()) {
    extras.add_sitemap();
    extras.add_feed();
  }
  extras.add("site.webmanifest", "site.webmanifest", {});
  for (const RedirectRoute& redirect : site.routes().redirects)
    extras.add({redirect.file, redirect_page(redirect_target(site, redirect), site.config())});
  return extras.take();
}

}  // namespace framewright
