#include "model/repository.h"

#include <algorithm>
#include <stdexcept>

#include "base/html.h"
#include "base/text.h"
#include "model/built_in.h"
#include "port/toml.h"

namespace framewright {

namespace {

std::vector<RepositoryHost> read_hosts() {
  Diagnostics diagnostics;
  const TomlText toml = parse_toml(built_in_repository_hosts(), no_file, 0, diagnostics);
  std::vector<RepositoryHost> all;
  for (const TomlEntry& entry : toml.root.entries) {
    RepositoryHost host;
    host.kind = entry.key;
    for (const TomlValue& name : entry.value.find("hosts")->items) host.hosts.push_back(name.text);
    host.edit = entry.value.find("edit")->text;
    host.history = entry.value.find("history")->text;
    all.push_back(std::move(host));
  }
  if (all.empty()) throw std::logic_error("the built-in repository_hosts.toml cannot be read");
  return all;
}

// A name may hold what means something in an address.
std::string encoded(std::string_view name) {
  std::string written;
  for (const char c : name) {
    if (c == '%') written += "%25";
    if (c == '?') written += "%3F";
    if (c == '#') written += "%23";
    if (c == '&') written += "%26";
    if (std::string_view("%?#&").find(c) == std::string_view::npos) written += c;
  }
  std::string url;
  append_url_encoded(url, written);
  return url;
}

void replace(std::string& text, std::string_view part, std::string_view by) {
  if (const std::size_t at = text.find(part); at != std::string::npos) text.replace(at, part.size(), by);
}

std::string filled(std::string pattern, const Repository& repository, std::string_view path) {
  replace(pattern, "{branch}", encoded(repository.branch));
  replace(pattern, "{path}", encoded(repository.folder + std::string(path)));
  replace(pattern, "{address}", repository.address);
  return pattern;
}

}  // namespace

std::span<const RepositoryHost> repository_hosts() {
  static const std::vector<RepositoryHost> hosts = read_hosts();
  return hosts;
}

const RepositoryHost* find_repository_kind(std::string_view kind) {
  for (const RepositoryHost& host : repository_hosts())
    if (host.kind == kind) return &host;
  return nullptr;
}

const RepositoryHost* find_repository_host(std::string_view address) {
  const std::size_t start = address.find("://");
  if (start == std::string_view::npos) return nullptr;
  const std::string_view rest = address.substr(start + 3);
  const std::string_view name = rest.substr(0, rest.find('/'));
  for (const RepositoryHost& host : repository_hosts())
    if (std::find(host.hosts.begin(), host.hosts.end(), name) != host.hosts.end()) return &host;
  return nullptr;
}

std::string Repository::edit_address(std::string_view path) const {
  return edit_links && host != nullptr ? filled(host->edit, *this, path) : std::string();
}

std::string Repository::history_address(std::string_view path) const {
  return history_links && host != nullptr ? filled(host->history, *this, path) : std::string();
}

}  // namespace framewright
