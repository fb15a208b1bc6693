#include "render/page_renderer.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "port/unicode.h"
#include "render/coverage.h"
#include "render/page.h"
#include "render/page_facts.h"

namespace framewright {

namespace {

// Adds what the template of one kind of page is given beside `site`, `page` and `navigation`.
class PageContext {
public:
  PageContext(const Page& page, Table& context)
      : page_(page), site_(page.site()), model_(site_.model()), arena_(page.arena()), context_(context) {}

  void write();

private:
  void write_navigation();
  void write_item(ItemId item);
  void write_bare_home();
  void write_index();
  void write_findings();
  Value published(std::span<const ItemId> items);
  Value chapters(ItemId framework);
  Value sections();
  Value letters(std::span<const ItemId> items);

  const Page& page_;
  const Site& site_;
  const Model& model_;
  Arena& arena_;
  Table& context_;
};

void PageContext::write() {
  const Route& route = page_.route();
  write_navigation();
  switch (route.kind) {
    case PageKind::home: context_.set("sections", sections()); [[fallthrough]];
    case PageKind::page:
    case PageKind::item:
      if (route.item == no_item)
        write_bare_home();
      else
        write_item(route.item);
      break;
    case PageKind::index: write_index(); break;
    case PageKind::coverage: context_.set("tables", coverage_tables(site_, arena_)); break;
    case PageKind::findings: write_findings(); break;
    case PageKind::not_found: break;
  }
}

void PageContext::write_navigation() {
  Array& navigation = arena_.array();
  const std::string& here = page_.route().address;
  for (const Site::Section& section : site_.sections()) {
    if (!section.in_menu) continue;
    navigation.add(arena_.table()
                       .set("title", section.title)
                       .set("address", section.address)
                       .set("current", here.starts_with(section.address)));
  }
  context_.set("navigation", navigation);
}

void PageContext::write_item(ItemId item) {
  context_.set("item", site_.values()[item]);
  context_.set("text", arena_.keep(page_.body(item)));
  context_.set("own", own_fields(page_, item));
  context_.set("relations", relations(page_, item));
  context_.set("nested", nested_lists(page_, item));
  const bool framework = model_.type(model_.items[item]).chapters;
  context_.set("chapters", framework ? chapters(item) : Value(arena_.array()));
}

// The home of a site that no author has written one for: its parts alone.
void PageContext::write_bare_home() {
  context_.set("item", Empty{}).set("text", arena_.keep(Html()));
  for (const std::string_view list : {"own", "relations", "nested", "chapters"}) context_.set(list, arena_.array());
}

Value PageContext::chapters(ItemId framework) {
  Array& list = arena_.array();
  for (const Route& route : site_.routes().pages)
    if (route.item != no_item && route.item != framework && model_.items[route.item].framework == framework)
      list.add(site_.values()[route.item]);
  return list;
}

Value PageContext::sections() {
  Array& list = arena_.array();
  for (const Site::Section& section : site_.sections())
    list.add(arena_.table()
                 .set("title", section.title)
                 .set("address", section.address)
                 .set("says", section.says)
                 .set("count", section.count));
  return list;
}

Value PageContext::published(std::span<const ItemId> items) {
  Array& list = arena_.array();
  for (const ItemId item : items)
    if (site_.is_published(item)) list.add(site_.values()[item]);
  return list;
}

// By the first letters of names.
Value PageContext::letters(std::span<const ItemId> items) {
  std::vector<std::pair<std::string, ItemId>> sorted;
  for (const ItemId item : items)
    if (site_.is_published(item)) sorted.emplace_back(fold_case(model_.name(item)), item);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::map<std::string, Array*> by_letter;
  for (const auto& [name, item] : sorted) {
    std::size_t end = 0;
    if (!name.empty()) decode_code_point(name, end);
    const std::string letter = capitalised(name.substr(0, end));
    const auto [entry, fresh] = by_letter.try_emplace(letter, nullptr);
    if (fresh) entry->second = &arena_.array();
    entry->second->add(site_.values()[item]);
  }
  Array& list = arena_.array();
  for (const auto& [letter, entries] : by_letter)
    list.add(arena_.table().set("letter", arena_.keep(letter)).set("items", *entries));
  return list;
}

void PageContext::write_index() {
  const Route& route = page_.route();
  const TypeDef& type = model_.schema->types[route.type];
  context_.set("type", arena_.table().set("name", type.name).set("label", type.label).set("plural", type.plural));
  context_.set("intro", arena_.keep(route.item == no_item ? Html() : page_.body(route.item)));
  const std::span<const ItemId> items = model_.of_type(route.type);
  context_.set("items", published(items));
  context_.set("letters", type.glossary ? letters(items) : Value(arena_.array()));
  context_.set("pages", type.pages);
}

void PageContext::write_findings() {
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(std::count_if(site_.findings().begin(), site_.findings().end(),
                                                  [&](const Diagnostic& d) { return d.severity == severity; }));
  };
  context_.set("findings", page_.member("findings"));
  context_.set("errors", count(Severity::error)).set("warnings", count(Severity::warning));
}

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

std::vector<Entry> site_entries(const Site& site) {
  std::vector<Entry> entries;
  const Model& model = site.model();
  for (const Route& route : site.routes().pages) {
    if (route.kind == PageKind::findings || route.kind == PageKind::not_found) continue;
    Entry entry;
    entry.address = site.config().base_url;
    append_url_encoded(entry.address, route.address);
    entry.title = route.item == no_item ? std::string() : model.reads(route.item);
    if (route.item != no_item) {
      const Item& item = model.items[route.item];
      entry.changed = last_date(item, model.type(item));
      if (const std::string* summary = text_field(item, model.type(item), "summary")) entry.summary = *summary;
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

Value entries_value(const std::vector<Entry>& entries, Arena& arena) {
  Array& list = arena.array();
  for (const Entry& entry : entries)
    list.add(arena.table()
                 .set("title", entry.title)
                 .set("address", entry.address)
                 .set("summary", entry.summary)
                 .set("changed", entry.changed ? Value(*entry.changed) : Value(Empty{})));
  return list;
}

constexpr std::size_t most_feed_entries = 50;

std::string redirect_page(const std::string& to) {
  const std::string url = escape_html(to);
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>This page has moved</title>\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"refresh\" content=\"0; url=" +
         url + "\">\n<link rel=\"canonical\" href=\"" + url +
         "\">\n</head>\n<body>\n<p>This page has moved. <a href=\"" + url +
         "\">Go to its new address</a>.</p>\n</body>\n</html>\n";
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

}  // namespace

void render_page(const Route& route, const Site& site, std::string& out, Diagnostics& diagnostics) {
  Arena arena;
  const Page page(site, route, arena, diagnostics);
  Table context;
  context.set("site", site.table()).set("page", page);
  PageContext(page, context).write();
  site.templates().render(route.template_name, context, arena, out, diagnostics);
}

std::vector<ExtraFile> render_extras(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  std::vector<ExtraFile> extras{{theme.stylesheet.file, theme.stylesheet.bytes}};
  const auto add = [&](const std::string& name, const std::vector<Entry>& entries) {
    Arena arena;
    Table context;
    context.set("site", site.table()).set("entries", entries_value(entries, arena));
    ExtraFile file{name, {}};
    if (site.templates().render(name, context, arena, file.bytes, diagnostics)) extras.push_back(std::move(file));
  };
  if (!site.config().base_url.empty()) {
    std::vector<Entry> entries = site_entries(site);
    add("sitemap.xml", entries);
    std::erase_if(entries, [](const Entry& entry) { return !entry.changed; });
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return *a.changed > *b.changed; });
    if (entries.size() > most_feed_entries) entries.resize(most_feed_entries);
    add("feed.xml", entries);
  }
  add("robots.txt", {});
  for (const RedirectRoute& redirect : site.routes().redirects)
    extras.push_back({redirect.file, redirect_page(redirect_target(site, redirect))});
  return extras;
}

}  // namespace framewright
