#include "render/routes.h"

#include <algorithm>
#include <unordered_map>

#include "base/html.h"
#include "base/text.h"
#include "port/unicode.h"

namespace framewright {

namespace {

std::string file_of(const std::string& address) { return address + "index.html"; }

class RoutePlanner {
public:
  RoutePlanner(const Model& model, const Config& config, const SitePlan& plan, const RouteOptions& options,
               Diagnostics& diagnostics)
      : model_(model), config_(config), plan_(plan), options_(options), diagnostics_(diagnostics) {}

  Routes plan();

private:
  struct Taken {
    Span where;
    std::string what;
  };

  void add_items();
  void add_indexes();
  void add_planned();
  void add_planned_files();
  void add_generated();
  void add_copies();
  void add_redirects();
  void add_redirect(std::string from, const std::string& to, Span where);
  void claim(const std::string& file, Span where, std::string what);
  ItemId introduction(const TypeDef& type) const;
  std::string template_of(const Item& item, PageKind kind) const;

  const Model& model_;
  const Config& config_;
  const SitePlan& plan_;
  const RouteOptions& options_;
  Diagnostics& diagnostics_;
  Routes routes_;
  std::unordered_map<std::string, Taken> taken_;
};

Routes RoutePlanner::plan() {
  add_items();
  add_indexes();
  add_planned();
  add_planned_files();
  add_generated();
  add_copies();
  add_redirects();
  return std::move(routes_);
}

void RoutePlanner::claim(const std::string& file, Span where, std::string what) {
  const auto [held, fresh] = taken_.try_emplace(fold_case(file), Taken{where, what});
  if (fresh) return;
  Diagnostic& d = diagnostics_.error("route-collision", where,
                                     what + " and " + held->second.what + " have the same address, /" + file);
  if (held->second.where.known()) d.notes.push_back({held->second.where, held->second.what + " stands here"});
  d.help = "give one of them another id or move it to another folder";
}

std::string RoutePlanner::template_of(const Item& item, PageKind kind) const {
  if (const std::string* own = text_field(item, model_.type(item), "template")) return *own;
  if (kind == PageKind::home) return "home.html";
  const std::string& of_type = model_.type(item).template_name;
  if (kind == PageKind::item && !of_type.empty()) return of_type;
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
  return model_.find_page(type.folder + "/index");
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
    claim(route.file, intro == no_item ? type.where : model_.items[intro].id_where, "the index of " + type.plural);
    routes_.pages.push_back(std::move(route));
  }
}

void RoutePlanner::add_planned() {
  for (const PlannedPage& page : plan_.pages) {
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
    claim(route.file, {}, "the page \"" + page.title + "\"");
    routes_.pages.push_back(std::move(route));
  }
}

void RoutePlanner::add_planned_files() {
  for (const PlannedFile& file : plan_.files) claim(file.file, {}, "the data \"" + file.title + "\"");
}

void RoutePlanner::add_generated() {
  const auto add = [&](PageKind kind, std::string address, std::string file, std::string template_name) {
    claim(file, {}, "the page of " + std::string(page_kind_name(kind)));
    routes_.pages.push_back({kind, std::move(address), std::move(file), std::move(template_name)});
  };
  add(PageKind::coverage, "coverage/", "coverage/index.html", "coverage.html");
  if (options_.drafts) add(PageKind::findings, "findings/", "findings/index.html", "findings.html");
  add(PageKind::not_found, "404.html", "404.html", "not-found.html");
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
  claim(file, where, "the redirect from /" + from);
  routes_.redirects.push_back({file, from, to});
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
    if (!is_safe_url(redirect.to)) {
      diagnostics_.error("unsafe-url", redirect.where, "this redirect leads to an address that may not be used");
      continue;
    }
    std::string to = redirect.to;
    while (to.starts_with('/')) to.erase(0, 1);
    add_redirect(redirect.from, to, redirect.where);
  }
}

}  // namespace

std::string_view page_kind_name(PageKind kind) {
  switch (kind) {
    case PageKind::home: return "home";
    case PageKind::page: return "page";
    case PageKind::item: return "item";
    case PageKind::index: return "index";
    case PageKind::planned: return "planned";
    case PageKind::coverage: return "coverage";
    case PageKind::findings: return "findings";
    case PageKind::not_found: break;
  }
  return "not-found";
}

bool is_hidden(const Item& item, const RouteOptions& options) { return item.draft && !options.drafts; }

Routes plan_routes(const Model& model, const Config& config, const SitePlan& plan, const RouteOptions& options,
                   Diagnostics& diagnostics) {
  return RoutePlanner(model, config, plan, options, diagnostics).plan();
}

}  // namespace framewright
