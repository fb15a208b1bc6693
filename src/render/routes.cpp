#include "render/routes.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "render/address_claims.h"
#include "render/redirects.h"

namespace framewright {

namespace {

using Words = AddressClaims::Words;

std::string file_of(const std::string& address) { return address + "index.html"; }

class RoutePlanner {
public:
  RoutePlanner(const Model& model, const Config& config, const SitePlan& plan, const RouteOptions& options,
               Diagnostics& diagnostics)
      : model_(model),
        config_(config),
        plan_(plan),
        options_(options),
        diagnostics_(diagnostics),
        claims_(model, diagnostics) {}

  Routes plan();

private:
  void add_items();
  void add_indexes();
  void add_wholes();
  void add_planned();
  void add_yielding();
  void add_planned(const PlannedPage& page);
  void add_planned_files();
  void add_generated();
  void add_made_files();
  void add_sitemaps();
  void add_copies();
  void add_copy(std::string from, const std::string& file);
  void check_logo();
  template <class Holder>
  void add_page(Route route, Holder&& holder);
  ItemId introduction(const TypeDef& type) const;

  const Model& model_;
  const Config& config_;
  const SitePlan& plan_;
  const RouteOptions& options_;
  Diagnostics& diagnostics_;
  Routes routes_;
  AddressClaims claims_;
};

Routes RoutePlanner::plan() {
  add_items();
  add_wholes();
  add_indexes();
  add_planned();
  add_planned_files();
  add_generated();
  add_made_files();
  add_sitemaps();
  add_copies();
  add_yielding();
  check_logo();
  routes_.redirects = plan_redirects(model_, config_, options_, claims_, diagnostics_);
  return std::move(routes_);
}

template <class Holder>
void RoutePlanner::add_page(Route route, Holder&& holder) {
  if (claims_.claim(route.file, std::forward<Holder>(holder))) routes_.pages.push_back(std::move(route));
}

void RoutePlanner::add_items() {
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    const Item& item = model_.items[i];
    const TypeDef& type = model_.type(item);
    const bool introduces = item.section_index && item.type == page_type && !item.address.empty() &&
                            introduction(model_.schema->types[model_.schema->type_of_path(item.path)]) == i;
    if (item.parent != no_item || !item.anchor.empty() || is_hidden(item, options_) || introduces) continue;
    const bool home = item.type == page_type && item.address.empty();
    const bool plain = item.type == page_type || type.chapters;
    Route route;
    route.kind = home ? PageKind::home : plain ? PageKind::page : PageKind::item;
    route.address = item.address;
    route.file = file_of(item.address);
    const std::string* own = text_field(item, type, "template");
    route.template_name = own != nullptr ? *own : std::string(usual_template(route.kind, type));
    route.item = static_cast<ItemId>(i);
    add_page(std::move(route), static_cast<ItemId>(i));
  }
}

ItemId RoutePlanner::introduction(const TypeDef& type) const {
  if (type.folder.empty() || type.chapters) return no_item;
  const ItemId page = model_.find_page(type.folder + "/index");
  return page == no_item || is_hidden(model_.items[page], options_) ? no_item : page;
}

// A framework of one page is whole as it is.
void RoutePlanner::add_wholes() {
  std::vector<ItemId> frameworks;
  for (const Route& route : routes_.pages)
    if (route.item != no_item && model_.items[route.item].framework != no_item &&
        model_.items[route.item].framework != route.item)
      frameworks.push_back(model_.items[route.item].framework);
  frameworks.erase(std::unique(frameworks.begin(), frameworks.end()), frameworks.end());
  for (const ItemId framework : frameworks) {
    Route route;
    route.kind = PageKind::whole;
    route.address = whole_address(model_, framework);
    route.file = file_of(route.address);
    route.template_name = "whole.html";
    route.item = framework;
    if (!is_hidden(model_.items[framework], options_))
      add_page(std::move(route),
               Words{{}, "the page with the whole of \"" + model_.name(framework) + "\"", "give yours another name"});
  }
}

void RoutePlanner::add_indexes() {
  std::vector<bool> planned_indexes(model_.schema->types.size(), false);
  for (const PlannedPage& page : plan_.pages)
    if (page.index_of != no_type) planned_indexes[page.index_of] = true;
  for (std::size_t i = 0; i < model_.schema->types.size(); ++i) {
    const TypeDef& type = model_.schema->types[i];
    if (type.folder.empty() || type.chapters || planned_indexes[i]) continue;
    const auto items = model_.of_type(static_cast<TypeId>(i));
    const bool any =
        std::any_of(items.begin(), items.end(), [&](ItemId item) { return !is_hidden(model_.items[item], options_); });
    const ItemId intro = introduction(type);
    if (!any && intro == no_item) continue;
    Route route;
    route.kind = PageKind::index;
    route.address = type.folder + "/";
    route.file = file_of(route.address);
    route.template_name = "index.html";
    route.type = static_cast<TypeId>(i);
    route.item = intro;
    add_page(std::move(route),
             Words{intro == no_item ? type.where : model_.items[intro].id_where, "the index of " + type.plural, {}});
  }
}

void RoutePlanner::add_planned() {
  for (const PlannedPage& page : plan_.pages)
    if (!page.yields) add_planned(page);
}

void RoutePlanner::add_planned(const PlannedPage& page) {
  Route route;
  route.kind = PageKind::planned;
  route.address = page.address;
  route.file = file_of(page.address);
  route.template_name = page.template_name;
  route.plan = &page;
  if (page.index_of != no_type) {
    route.type = page.index_of;
    route.item = introduction(model_.schema->types[page.index_of]);
  }
  add_page(std::move(route), page);
}

// When all else has its address.
void RoutePlanner::add_yielding() {
  const std::set<std::string> redirected = redirected_files(model_, config_, options_);
  for (const PlannedPage& page : plan_.pages)
    if (page.yields && claims_.is_free(file_of(page.address)) && !redirected.contains(file_of(page.address)))
      add_planned(page);
}

void RoutePlanner::add_planned_files() {
  for (const PlannedFile& file : plan_.files) {
    claims_.claim(file.file, Words{{}, "the data \"" + file.title + "\"", "give yours another name"});
    if (!config_.translation.empty() && file.listed) routes_.shared.insert(file.file);
  }
  for (const PlannedFolder& folder : plan_.folders)
    claims_.claim(folder.folder, Words{{}, "the data \"" + folder.title + "\"", "give yours another name"});
}

void RoutePlanner::add_generated() {
  const auto add = [&](PageKind kind, std::string address, std::string file, std::string template_name) {
    const std::string made_by = "templates/" + template_name;
    add_page({kind, std::move(address), std::move(file), std::move(template_name)},
             Words{{},
                   "the page that " + made_by + " makes",
                   "give yours another name; " + made_by + " may be one of your own"});
  };
  const auto is_home = [](const std::string& file) { return file == "index.html"; };
  if (!claims_.has("index.html") &&
      std::none_of(model_.assets.begin(), model_.assets.end(),
                   [&](const AssetFile& asset) { return is_home(asset.address); }) &&
      std::none_of(model_.statics.begin(), model_.statics.end(), is_home))
    add(PageKind::home, "", "index.html", "home.html");
  add(PageKind::coverage, "coverage/", "coverage/index.html", "coverage.html");
  if (options_.drafts) add(PageKind::findings, "findings/", "findings/index.html", "findings.html");
  add(PageKind::not_found, "404.html", "404.html", "not-found.html");
}

void RoutePlanner::add_sitemaps() {
  const auto listed = std::count_if(routes_.pages.begin(), routes_.pages.end(), is_listed);
  const std::size_t maps = (static_cast<std::size_t>(listed) + most_sitemap_addresses - 1) / most_sitemap_addresses;
  if (config_.base_url.empty() || maps < 2) return;
  for (std::size_t map = 1; map <= maps; ++map) {
    routes_.sitemaps.push_back("sitemap-" + std::to_string(map) + ".xml");
    claims_.claim(routes_.sitemaps.back(), Words{{}, "a part of the sitemap", "give yours another name"});
  }
}

// The files beside the pages that every site has. A static file of the same name would not be seen.
void RoutePlanner::add_made_files() {
  struct Made {
    std::string_view file, template_name;
    bool needs_address = false;
  };
  static constexpr std::array<Made, 5> made{{{"robots.txt", "robots.txt"},
                                             {"site.webmanifest", "site.webmanifest"},
                                             {"_headers", "headers.txt"},
                                             {"sitemap.xml", "sitemap.xml", true},
                                             {"feed.xml", "feed.xml", true}}};
  for (const Made& each : made) {
    if (each.needs_address && config_.base_url.empty()) continue;
    const std::string maker = "templates/" + std::string(each.template_name);
    claims_.claim(std::string(each.file),
                  Words{{},
                        "the one that " + maker + " makes",
                        each.file == each.template_name ? "put yours into templates/ instead"
                                                        : "put yours into " + maker + " instead"});
  }
}

void RoutePlanner::add_copy(std::string from, const std::string& file) {
  if (!claims_.claim(file, Words{{}, "the file " + from, {}})) return;
  if (config_.translation.empty() || config_.is_of_translation(from))
    routes_.copies.push_back({std::move(from), file});
  else
    routes_.shared.insert(file);
}

void RoutePlanner::add_copies() {
  for (const AssetFile& asset : model_.assets) add_copy(asset.path, asset.address);
  for (const std::string& file : model_.statics) add_copy("static/" + file, file);
}

void RoutePlanner::check_logo() {
  std::string_view logo = config_.organisation.logo;
  if (logo.starts_with('/')) logo.remove_prefix(1);
  if (!logo.empty() && logo.find("://") == std::string_view::npos && !claims_.has(logo))
    diagnostics_.warning("missing-figure", config_.organisation.logo_where, "there is no picture " + std::string(logo))
        .help = "put the file into static/ and name it from there, as in logo = \"logo.svg\"";
}

}  // namespace

std::vector<ItemId> chapters_of(const Routes& routes, const Model& model, ItemId framework) {
  std::vector<ItemId> chapters;
  for (const Route& route : routes.pages)
    if (route.kind == PageKind::page && route.item != framework && model.items[route.item].framework == framework)
      chapters.push_back(route.item);
  return chapters;
}

std::string whole_address(const Model& model, ItemId framework) { return model.items[framework].address + "whole/"; }

bool is_listed(const Route& route) {
  if (route.kind == PageKind::findings || route.kind == PageKind::not_found || route.kind == PageKind::whole)
    return false;
  return route.plan == nullptr || route.plan->listed;
}

std::string_view page_kind_name(PageKind kind) {
  switch (kind) {
    case PageKind::home: return "home";
    case PageKind::page: return "page";
    case PageKind::item: return "item";
    case PageKind::index: return "index";
    case PageKind::planned: return "planned";
    case PageKind::coverage: return "coverage";
    case PageKind::findings: return "findings";
    case PageKind::whole: return "whole";
    case PageKind::not_found: break;
  }
  return "not-found";
}

std::string_view usual_template(PageKind kind, const TypeDef& type) {
  if (kind == PageKind::home) return "home.html";
  if (kind == PageKind::item && !type.template_name.empty()) return type.template_name;
  return kind == PageKind::item ? "item.html" : "page.html";
}

void settle_templates(Routes& routes, const TemplateSet& templates, const Model& model, Diagnostics& diagnostics) {
  std::set<TypeId> reported;
  for (Route& route : routes.pages) {
    if (templates.has(route.template_name) || route.item == no_item) continue;
    const Item& item = model.items[route.item];
    const TypeDef& type = model.type(item);
    const FieldValue* own = item.field(type, "template");
    if (own != nullptr || reported.insert(item.type).second) {
      Diagnostic& d = diagnostics.error("bad-template", own != nullptr ? own->where : type.where,
                                        "there is no template \"" + route.template_name + "\"");
      if (const auto near = nearest(route.template_name, templates.names()))
        d.label = "did you mean \"" + std::string(*near) + "\"?";
      d.help = "put it into templates/, or take the key template out";
    }
    const std::string_view usual = usual_template(route.kind, type);
    route.template_name = templates.has(usual) ? usual : "item.html";
  }
}

bool is_hidden(const Item& item, const RouteOptions& options) { return item.draft && !options.drafts; }

Routes plan_routes(const Model& model, const Config& config, const SitePlan& plan, const RouteOptions& options,
                   Diagnostics& diagnostics) {
  return RoutePlanner(model, config, plan, options, diagnostics).plan();
}

}  // namespace framewright
