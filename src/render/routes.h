#pragma once

#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "model/config.h"
#include "model/model.h"
#include "model/site_plan.h"
#include "template/template.h"

namespace framewright {

enum class PageKind : std::uint8_t { home, page, item, index, planned, coverage, findings, not_found, whole };
std::string_view page_kind_name(PageKind kind);

// One page that will be made.
struct Route {
  PageKind kind = PageKind::page;
  std::string address;  // from the root of the site: "standards/S3/"; empty at home
  std::string file;     // of the output: "standards/S3/index.html"
  std::string template_name;
  ItemId item = no_item;              // of a page or item, and of the introduction of an index
  TypeId type = page_type;            // of an index, also of a planned page that stands in for it
  const PlannedPage* plan = nullptr;  // of a planned page; borrowed

  bool is_index() const { return type != page_type; }
};

// A file that is copied as it is; `from` is its path in the site's folder.
struct CopyRoute {
  std::string from, file;
};

// An old address, and the address that it leads to now: from the root of this site, or whole.
struct RedirectRoute {
  std::string file, from, to;
  bool whole = false;
};

// Every file of the site, known before anything is rendered.
struct Routes {
  std::vector<Route> pages;  // in reading order, generated pages last
  std::vector<CopyRoute> copies;
  std::vector<RedirectRoute> redirects;
  // Of a translation: files that it has no copy of, as they stand at the same address of the site that it translates.
  std::unordered_set<std::string> shared;
  std::vector<std::string> sitemaps;  // the files that sitemap.xml lists, when it cannot hold all pages itself
};

// A sitemap holds so many addresses at most (sitemaps.org/protocol.html).
inline constexpr std::size_t most_sitemap_addresses = 50000;
// The chapters of a framework that have pages, in reading order.
std::vector<ItemId> chapters_of(const Routes& routes, const Model& model, ItemId framework);
// Where a framework is read as one page: "framework/whole/".
std::string whole_address(const Model& model, ItemId framework);
// Whether the sitemap has the page.
bool is_listed(const Route& route);

struct RouteOptions {
  bool drafts = false;  // publish drafts and the page of findings
};

// Plans every address. Two things of one address are a finding of the rule route-collision that names both, also when
// they differ in capitals alone, as some servers and disks do not tell those apart. A site without a page for its home
// has one of its parts. The routes borrow from `plan`.
Routes plan_routes(const Model& model, const Config& config, const SitePlan& plan, const RouteOptions& options,
                   Diagnostics& diagnostics);

// The template of a page of text that names none: of home, a page or an item of a type.
std::string_view usual_template(PageKind kind, const TypeDef& type);

// A template that a page names must be there; when it is not, the page has the usual one, after a finding.
void settle_templates(Routes& routes, const TemplateSet& templates, const Model& model, Diagnostics& diagnostics);

// Whether an item, or the item that it is nested in, is left out of the site.
bool is_hidden(const Item& item, const RouteOptions& options);

}  // namespace framewright
