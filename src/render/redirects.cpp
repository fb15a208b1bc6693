#include "render/redirects.h"

#include <algorithm>
#include <optional>

#include "base/html.h"
#include "base/text.h"

namespace framewright {

namespace {

// An old address as the path that a server looks for, a folder's with its slash; nothing when it is none of this site.
std::optional<std::string> old_path(std::string_view written) {
  if (written.starts_with('/')) written.remove_prefix(1);
  if (written.find_first_of("?#\\") != std::string_view::npos) return std::nullopt;
  std::string path = percent_decoded(written);
  if (!path.ends_with(".html") && !path.ends_with(".htm") && !path.ends_with('/')) path += '/';
  for (std::string_view rest = path; !rest.empty();)
    if (const std::string_view name = next_field(rest, '/'); name.empty() || name == "." || name == "..")
      return std::nullopt;
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; };
  if (first_invalid_utf8(path) || std::any_of(path.begin(), path.end(), is_control)) return std::nullopt;
  return path;
}

std::string file_of(const std::string& path) {
  return path.empty() || path.ends_with('/') ? path + "index.html" : path;
}

// Of another site, or an address of e-mail or telephone.
bool is_whole(std::string_view address) {
  return address.starts_with("//") || address.substr(0, address.find_first_of("/?#")).find(':') != std::string::npos;
}

// Tells the old addresses of the items that are published, each with its item.
template <class Visit>
void visit_old_paths(const Model& model, const RouteOptions& options, Visit visit) {
  for (const Item& item : model.items) {
    if (is_hidden(item, options)) continue;
    const FieldValue* field = item.field(model.type(item), "old_paths");
    if (field == nullptr) continue;
    if (const auto* list = std::get_if<std::vector<ListElement>>(&field->value))
      for (const ListElement& element : *list) visit(item, element);
  }
}

class RedirectPlanner {
public:
  RedirectPlanner(const Model& model, const Config& config, const RouteOptions& options, AddressClaims& claims,
                  Diagnostics& diagnostics)
      : model_(model), config_(config), options_(options), claims_(claims), diagnostics_(diagnostics) {}

  std::vector<RedirectRoute> plan();

private:
  void add(std::string_view from, std::string to, Span where, bool whole = false);
  void add_old_paths();
  std::string settled(const Redirect& redirect);

  const Model& model_;
  const Config& config_;
  const RouteOptions& options_;
  AddressClaims& claims_;
  Diagnostics& diagnostics_;
  std::vector<RedirectRoute> redirects_;
};

std::vector<RedirectRoute> RedirectPlanner::plan() {
  std::vector<std::string> targets;  // looked up while only pages and files have addresses
  for (const Redirect& redirect : config_.redirects) targets.push_back(settled(redirect));
  add_old_paths();
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const Redirect& redirect = config_.redirects[i];
    if (is_safe_url(redirect.to)) add(redirect.from, std::move(targets[i]), redirect.where, is_whole(redirect.to));
  }
  return std::move(redirects_);
}

void RedirectPlanner::add(std::string_view from, std::string to, Span where, bool whole) {
  std::optional<std::string> path = old_path(from);
  if (!path) {
    diagnostics_.error("bad-value", where, "this address cannot be redirected").help =
        "write it from the root of the site: \"/old/page/\"";
    return;
  }
  const std::string file = file_of(*path);
  if (claims_.claim(file, AddressClaims::Words{where, "the redirect from /" + *path, {}}))
    redirects_.push_back({file, std::move(*path), std::move(to), whole});
}

void RedirectPlanner::add_old_paths() {
  visit_old_paths(model_, options_, [&](const Item& item, const ListElement& element) {
    add(std::get<std::string>(element.value), item.anchor.empty() ? item.address : item.address + "#" + item.anchor,
        element.where);
  });
}

// Where a redirect of site.toml leads: an address of the site without its first slash and with that of a folder, or a
// whole one as it is. A finding when nothing is there.
std::string RedirectPlanner::settled(const Redirect& redirect) {
  std::string to = redirect.to;
  if (!is_safe_url(to)) {
    diagnostics_.error("unsafe-url", redirect.to_where, "this redirect leads to an address that may not be used").help =
        "an address begins with https://, http://, mailto: or tel:, or is that of a page of this site";
    return to;
  }
  if (is_whole(to)) return to;
  if (to.starts_with('/')) to.erase(0, 1);
  const std::size_t end = std::min(to.find_first_of("?#"), to.size());
  const std::string path = percent_decoded(std::string_view(to).substr(0, end));
  if (claims_.has(file_of(path))) return to;
  if (claims_.has(file_of(path + "/")))
    to.insert(end, "/");
  else
    diagnostics_.error("broken-link", redirect.to_where, "there is no page or file at " + redirect.to).help =
        "write the address that a page of this site has now, such as /standards/, or a whole one with https://";
  return to;
}

}  // namespace

std::set<std::string> redirected_files(const Model& model, const Config& config, const RouteOptions& options) {
  std::set<std::string> files;
  const auto add = [&](std::string_view from) {
    if (const std::optional<std::string> path = old_path(from)) files.insert(file_of(*path));
  };
  for (const Redirect& redirect : config.redirects) add(redirect.from);
  visit_old_paths(model, options,
                  [&](const Item&, const ListElement& element) { add(std::get<std::string>(element.value)); });
  return files;
}

std::vector<RedirectRoute> plan_redirects(const Model& model, const Config& config, const RouteOptions& options,
                                          AddressClaims& claims, Diagnostics& diagnostics) {
  return RedirectPlanner(model, config, options, claims, diagnostics).plan();
}

}  // namespace framewright
