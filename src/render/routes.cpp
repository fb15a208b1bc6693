#include "render/routes.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "base/html.h"
#include "base/text.h"
#include "port/unicode.h"

namespace framewright {

namespace {

std::string file_of(const std::string& address) { return address + "index.html"; }

class RoutePlanner {
public:
  RoutePlanner(const Model& model, const Config& config, const RouteOptions& options, Diagnostics& diagnostics)
      : model_(model), config_(config), options_(options), diagnostics_(diagnostics) {}

  Routes plan();

private:
  struct Taken {
    Span where;
    std::string what;
    std::string help;  // how to give it up; empty where either of two may move
  };

  void add_items();
  void add_indexes();
  void add_generated();
  void add_made_files();
  void add_copies();
  void add_copy(std::string from, const std::string& file);
  void add_redirects();
  void add_redirect(std::string from, const std::string& to, Span where);
  void check_targets();
  void add_page(Route route, Span where, const std::string& what, std::string help = {});
  // Whether nothing else has the file; else a finding.
  bool claim(const std::string& file, Span where, const std::string& what, std::string help = {});
  ItemId introduction(const TypeDef& type) const;

  const Model& model_;
  const Config& config_;
  const RouteOptions& options_;
  Diagnostics& diagnostics_;
  Routes routes_;
  std::unordered_map<std::string, Taken> taken_;
};

Routes RoutePlanner::plan() {
  add_items();
  add_indexes();
  add_generated();
  add_made_files();
  add_copies();
  add_redirects();
  return std::move(routes_);
}

bool RoutePlanner::claim(const std::string& file, Span where, const std::string& what, std::string help) {
  const auto [held, fresh] = taken_.try_emplace(fold_case(file), Taken{where, what, std::move(help)});
  if (fresh) return true;
  Diagnostic& d = diagnostics_.error("route-collision", where,
                                     what + " and " + held->second.what + " have the same address, /" + file);
  if (held->second.where.known()) d.notes.push_back({held->second.where, held->second.what + " stands here"});
  d.help = held->second.help.empty() ? "give one of them another id or move it to another folder" : held->second.help;
  return false;
}

void RoutePlanner::add_page(Route route, Span where, const std::string& what, std::string help) {
  if (claim(route.file, where, what, std::move(help))) routes_.pages.push_back(std::move(route));
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
    route.template_name = own != nullptr ? *own : std::string(usual_template(route.kind));
    route.item = static_cast<ItemId>(i);
    const std::string what = "the " + type.label + " \"" + model_.name(route.item) + "\"";
    add_page(std::move(route), item.id_where, what);
  }
}

ItemId RoutePlanner::introduction(const TypeDef& type) const {
  if (type.folder.empty() || type.chapters) return no_item;
  return model_.find_page(type.folder + "/index");
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
    add_page(std::move(route), intro == no_item ? type.where : model_.items[intro].id_where,
             "the index of " + type.plural);
  }
}

void RoutePlanner::add_generated() {
  const auto add = [&](PageKind kind, std::string address, std::string file, std::string template_name) {
    const std::string made_by = "templates/" + template_name;
    add_page({kind, std::move(address), std::move(file), std::move(template_name), no_item, page_type}, {},
             "the page that " + made_by + " makes", "give yours another name; " + made_by + " may be one of your own");
  };
  add(PageKind::coverage, "coverage/", "coverage/index.html", "coverage.html");
  if (options_.drafts) add(PageKind::findings, "findings/", "findings/index.html", "findings.html");
  add(PageKind::not_found, "404.html", "404.html", "not-found.html");
}

// The files beside the pages that every site has. A static file of the same name would not be seen.
void RoutePlanner::add_made_files() {
  static constexpr std::array<std::string_view, 3> made{"robots.txt", "sitemap.xml", "feed.xml"};
  for (const std::string_view file : made)
    if (file == "robots.txt" || !config_.base_url.empty())
      taken_.try_emplace(
          std::string(file),
          Taken{{}, "the one that templates/" + std::string(file) + " makes", "put yours into templates/ instead"});
}

void RoutePlanner::add_copy(std::string from, const std::string& file) {
  if (claim(file, {}, "the file " + from)) routes_.copies.push_back({std::move(from), file});
}

void RoutePlanner::add_copies() {
  for (const std::string& asset : model_.assets) add_copy("content/" + asset, asset);
  for (const std::string& file : model_.statics) add_copy("static/" + file, file);
}

void RoutePlanner::add_redirect(std::string from, const std::string& to, Span where) {
  while (from.starts_with('/')) from.erase(0, 1);
  const bool is_file = from.ends_with(".html") || from.ends_with(".htm");
  if (!is_file && !from.empty() && !from.ends_with('/')) from += '/';
  const bool climbs = from.find("..") != std::string::npos || from.find("//") != std::string::npos;
  if (from.empty() || climbs || from.find_first_of("?#\\") != std::string::npos) {
    diagnostics_.error("bad-value", where, "this address cannot be redirected").help =
        "write it from the root of the site: \"/old/page/\"";
    return;
  }
  const std::string file = is_file ? from : file_of(from);
  if (claim(file, where, "the redirect from /" + from)) routes_.redirects.push_back({file, from, to});
}

void RoutePlanner::add_redirects() {
  for (const Item& item : model_.items) {
    if (is_hidden(item, options_)) continue;
    const FieldValue* field = item.field(model_.type(item), "old_paths");
    if (field == nullptr) continue;
    if (const auto* list = std::get_if<std::vector<ListElement>>(&field->value))
      for (const ListElement& element : *list)
        add_redirect(std::get<std::string>(element.value),
                     item.anchor.empty() ? item.address : item.address + "#" + item.anchor, element.where);
  }
  for (const Redirect& redirect : config_.redirects) {
    std::string to = redirect.to;
    while (to.starts_with('/')) to.erase(0, 1);
    if (is_safe_url(redirect.to)) add_redirect(redirect.from, to, redirect.where);
  }
  check_targets();
}

// Addresses of this site must be those of pages or files, now that all of them are known.
void RoutePlanner::check_targets() {
  std::set<std::string_view> files;
  for (const Route& page : routes_.pages) files.insert(page.file);
  for (const CopyRoute& copy : routes_.copies) files.insert(copy.file);
  std::string_view logo = config_.organisation.logo;
  if (logo.starts_with('/')) logo.remove_prefix(1);
  if (!logo.empty() && logo.find("://") == std::string_view::npos && !files.contains(logo))
    diagnostics_.warning("missing-figure", config_.organisation.logo_where, "there is no picture " + std::string(logo))
        .help = "put the file into static/ and name it from there, as in logo = \"logo.svg\"";
  for (const Redirect& redirect : config_.redirects) {
    if (!is_safe_url(redirect.to)) {
      diagnostics_.error("unsafe-url", redirect.to_where, "this redirect leads to an address that may not be used");
      continue;
    }
    if (redirect.to.find("://") != std::string::npos) continue;
    std::string file = redirect.to.substr(0, redirect.to.find_first_of("?#"));
    while (file.starts_with('/')) file.erase(0, 1);
    if (files.contains(file)) continue;
    if (!file.empty() && !file.ends_with('/')) file += '/';
    if (!files.contains(file_of(file)))
      diagnostics_.error("broken-link", redirect.to_where, "there is no page or file at " + redirect.to).help =
          "write the address that a page of this site has now, such as /standards/, or a whole one with https://";
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

std::string_view usual_template(PageKind kind) {
  if (kind == PageKind::home) return "home.html";
  return kind == PageKind::item ? "item.html" : "page.html";
}

void settle_templates(Routes& routes, const TemplateSet& templates, const Model& model, Diagnostics& diagnostics) {
  for (Route& route : routes.pages) {
    if (templates.has(route.template_name)) continue;
    const Item& item = model.items[route.item];
    Diagnostic& d = diagnostics.error("bad-template", item.field(model.type(item), "template")->where,
                                      "there is no template \"" + route.template_name + "\"");
    if (const auto near = nearest(route.template_name, templates.names()))
      d.label = "did you mean \"" + std::string(*near) + "\"?";
    d.help = "put it into templates/, or take the key template out";
    route.template_name = usual_template(route.kind);
  }
}

bool is_hidden(const Item& item, const RouteOptions& options) { return item.draft && !options.drafts; }

Routes plan_routes(const Model& model, const Config& config, const RouteOptions& options, Diagnostics& diagnostics) {
  return RoutePlanner(model, config, options, diagnostics).plan();
}

}  // namespace framewright
