#include "render/redirects.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

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

class RedirectPlanner {
public:
  RedirectPlanner(const Model& model, const Config& config, const RouteOptions& options, AddressClaims& claims,
                  Diagnostics& diagnostics)
      : model_(model), config_(config), options_(options), claims_(claims), diagnostics_(diagnostics) {}

  std::vector<RedirectRoute> plan();

private:
  // A redirect of site.toml to an address of the site.
  struct Local {
    std::size_t redirect = 0;
    Span where;        // of the address
    std::string file;  // that it leads to
  };

  bool add(std::string_view from, std::string to, Span where);
  void add_old_paths();
  void add_configured();
  void settle(Local& local);
  void check_circles();

  const Model& model_;
  const Config& config_;
  const RouteOptions& options_;
  AddressClaims& claims_;
  Diagnostics& diagnostics_;
  std::vector<RedirectRoute> redirects_;
  std::vector<Local> local_;
};

std::vector<RedirectRoute> RedirectPlanner::plan() {
  add_old_paths();
  add_configured();
  for (Local& local : local_) settle(local);
  check_circles();
  return std::move(redirects_);
}

bool RedirectPlanner::add(std::string_view from, std::string to, Span where) {
  std::optional<std::string> path = old_path(from);
  if (!path) {
    diagnostics_.error("bad-value", where, "this address cannot be redirected").help =
        "write it from the root of the site: \"/old/page/\"";
    return false;
  }
  const std::string file = file_of(*path);
  claims_.claim(file, where, "the redirect from /" + *path);
  redirects_.push_back({file, std::move(*path), std::move(to), false});
  return true;
}

void RedirectPlanner::add_old_paths() {
  for (const Item& item : model_.items) {
    if (is_hidden(item, options_)) continue;
    const FieldValue* field = item.field(model_.type(item), "old_paths");
    if (field == nullptr) continue;
    if (const auto* list = std::get_if<std::vector<ListElement>>(&field->value))
      for (const ListElement& element : *list)
        add(std::get<std::string>(element.value), item.anchor.empty() ? item.address : item.address + "#" + item.anchor,
            element.where);
  }
}

void RedirectPlanner::add_configured() {
  for (const Redirect& redirect : config_.redirects) {
    if (!is_safe_url(redirect.to)) {
      diagnostics_.error("unsafe-url", redirect.to_where, "this redirect leads to an address that may not be used")
          .help = "an address begins with https://, http://, mailto: or tel:, or is that of a page of this site";
      continue;
    }
    const bool whole = is_whole(redirect.to);
    if (!add(redirect.from, redirect.to, redirect.where)) continue;
    redirects_.back().whole = whole;
    if (!whole) local_.push_back({redirects_.size() - 1, redirect.to_where, {}});
  }
}

// Finds what stands at the address that a redirect leads to, and gives a folder its slash.
void RedirectPlanner::settle(Local& local) {
  std::string& to = redirects_[local.redirect].to;
  if (to.starts_with('/')) to.erase(0, 1);
  const std::size_t end = std::min(to.find_first_of("?#"), to.size());
  const std::string path = percent_decoded(std::string_view(to).substr(0, end));
  if (claims_.has(file_of(path))) {
    local.file = file_of(path);
  } else if (claims_.has(file_of(path + "/"))) {
    local.file = file_of(path + "/");
    to.insert(end, "/");
  } else {
    diagnostics_.error("broken-link", local.where, "there is no page or file /" + to).help =
        "write the address of a page from the root of the site, \"/standards/\", or a whole one, \"https://…\"";
  }
}

void RedirectPlanner::check_circles() {
  enum class Mark : std::uint8_t { fresh, open, done };
  std::unordered_map<std::string_view, std::size_t> by_file;
  for (std::size_t i = 0; i < local_.size(); ++i) by_file.try_emplace(redirects_[local_[i].redirect].file, i);
  std::vector<Mark> marks(local_.size(), Mark::fresh);
  for (std::size_t first = 0; first < local_.size(); ++first) {
    std::vector<std::size_t> way;
    std::size_t at = first;
    while (marks[at] == Mark::fresh) {
      marks[at] = Mark::open;
      way.push_back(at);
      const auto next = by_file.find(local_[at].file);
      if (next == by_file.end()) break;
      at = next->second;
      if (marks[at] == Mark::open)
        diagnostics_.error("cycle", local_[at].where, "this redirect comes back to where it began").help =
            "lead it to the page where readers are to arrive";
    }
    for (const std::size_t each : way) marks[each] = Mark::done;
  }
}

}  // namespace

std::vector<RedirectRoute> plan_redirects(const Model& model, const Config& config, const RouteOptions& options,
                                          AddressClaims& claims, Diagnostics& diagnostics) {
  return RedirectPlanner(model, config, options, claims, diagnostics).plan();
}

}  // namespace framewright
