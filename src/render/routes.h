#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/config.h"
#include "model/model.h"
#include "template/template.h"

namespace framewright {

enum class PageKind : std::uint8_t { home, page, item, index, coverage, findings, not_found };
std::string_view page_kind_name(PageKind kind);

// One page that will be made.
struct Route {
  PageKind kind = PageKind::page;
  std::string address;  // from the root of the site: "standards/S3/"; empty at home
  std::string file;     // of the output: "standards/S3/index.html"
  std::string template_name;
  ItemId item = no_item;    // of a page or item, and of the introduction of an index
  TypeId type = page_type;  // of an index
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
};

struct RouteOptions {
  bool drafts = false;  // publish drafts and the page of findings
};

// Plans every address. Two things of one address are a finding of the rule route-collision that names both, also when
// they differ in capitals alone, as some servers and disks do not tell those apart. A site without a page for its home
// has one of its parts.
Routes plan_routes(const Model& model, const Config& config, const RouteOptions& options, Diagnostics& diagnostics);

// The template of a page of text that names none: of home, a page or an item.
std::string_view usual_template(PageKind kind);

// A template that a page names must be there; when it is not, the page has the usual one, after a finding.
void settle_templates(Routes& routes, const TemplateSet& templates, const Model& model, Diagnostics& diagnostics);

// Whether an item, or the item that it is nested in, is left out of the site.
bool is_hidden(const Item& item, const RouteOptions& options);

}  // namespace framewright
