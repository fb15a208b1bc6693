#include "render/routes.h"

#include <algorithm>

#include "render/address_claims.h"
#include "render/redirects.h"

namespace framewright {

namespace {

std::string file_of(const std::string& address) { return address + "index.html"; }

class RoutePlanner {
public:
  RoutePlanner(const Model& model, const Config& config, const RouteOptions& options, Diagnostics& diagnostics)
      : model_(model), config_(config), options_(options), diagnostics_(diagnostics), claims_(diagnostics) {}

  Routes plan();

private:
  void add_items();
  void add_indexes();
  void add_generated();
  void add_copies();
  void claim(const std::string& file, Span where, std::string what) { claims_.claim(file, where, std::move(what)); }
  ItemId introduction(const TypeDef& type) const;
  std::string template_of(const Item& item, PageKind kind) const;

  const Model& model_;
  const Config& config_;
  const RouteOptions& options_;
  Diagnostics& diagnostics_;
  Routes routes_;
  AddressClaims claims_;
};

Routes RoutePlanner::plan() {
  add_items();
  add_indexes();
  add_generated();
  add_copies();
  routes_.redirects = plan_redirects(model_, config_, options_, claims_, diagnostics_);
  return std::move(routes_);
}

std::string RoutePlanner::template_of(const Item& item, PageKind kind) const {
  if (const std::string* own = text_field(item, model_.type(item), "template")) return *own;
  if (kind == PageKind::home) return "home.html";
  return kind == PageKind::item ? "item.html" : "page.html";
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
    route.template_name = template_of(item, route.kind);
    route.item = static_cast<ItemId>(i);
    claim(route.file, item.id_where, "the " + type.label + " \"" + model_.name(route.item) + "\"");
    routes_.pages.push_back(std::move(route));
  }
}

ItemId RoutePlanner::introduction(const TypeDef& type) const {
  if (type.folder.empty() || type.chapters) return no_item;
  const ItemId page = model_.find_page(type.folder + "/index");
  return page == no_item || is_hidden(model_.items[page], options_) ? no_item : page;
}

void RoutePlanner::add_indexes() {
  for (std::size_t i = 0; i < model_.schema->types.size(); ++i) {
    const TypeDef& type = model_.schema->types[i];
    if (type.folder.empty() || type.chapters) continue;
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
    claim(route.file, intro == no_item ? type.where : model_.items[intro].id_where, "the index of " + type.plural);
    routes_.pages.push_back(std::move(route));
  }
}

void RoutePlanner::add_generated() {
  const auto add = [&](PageKind kind, std::string address, std::string file, std::string template_name) {
    claim(file, {}, "the page of " + std::string(page_kind_name(kind)));
    routes_.pages.push_back({kind, std::move(address), std::move(file), std::move(template_name), no_item, page_type});
  };
  const auto is_home = [](const std::string& file) { return file == "index.html"; };
  if (!claims_.has("index.html") && std::none_of(model_.assets.begin(), model_.assets.end(), is_home) &&
      std::none_of(model_.statics.begin(), model_.statics.end(), is_home))
    add(PageKind::home, "", "index.html", "home.html");
  add(PageKind::coverage, "coverage/", "coverage/index.html", "coverage.html");
  if (options_.drafts) add(PageKind::findings, "findings/", "findings/index.html", "findings.html");
  add(PageKind::not_found, "404.html", "404.html", "not-found.html");
  for (const std::string_view file : {"robots.txt", "sitemap.xml", "feed.xml"})
    if (file == "robots.txt" || !config_.base_url.empty())
      claims_.claim(std::string(file), {}, "the " + std::string(file) + " that every site has",
                    "to change what it says, write templates/" + std::string(file));
}

void RoutePlanner::add_copies() {
  for (const std::string& asset : model_.assets) {
    claim(asset, {}, "the file content/" + asset);
    routes_.copies.push_back({"content/" + asset, asset});
  }
  for (const std::string& file : model_.statics) {
    claim(file, {}, "the file static/" + file);
    routes_.copies.push_back({"static/" + file, file});
  }
}

}  // namespace

std::string_view page_kind_name(PageKind kind) {
  switch (kind) {
    case PageKind::home: return "home";
    case PageKind::page: return "page";
    case PageKind::item: return "item";
    case PageKind::index: return "index";
    case PageKind::coverage: return "coverage";
    case PageKind::findings: return "findings";
    case PageKind::not_found: break;
  }
  return "not-found";
}

bool is_hidden(const Item& item, const RouteOptions& options) { return item.draft && !options.drafts; }

Routes plan_routes(const Model& model, const Config& config, const RouteOptions& options, Diagnostics& diagnostics) {
  return RoutePlanner(model, config, options, diagnostics).plan();
}

}  // namespace framewright
