#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace framewright {

// A kind of host of repositories, as repository_hosts.toml declares it: the patterns of its addresses.
struct RepositoryHost {
  std::string kind;  // "github"
  std::vector<std::string> hosts;
  std::string edit, history;
};

std::span<const RepositoryHost> repository_hosts();
// By its name, or by that of the host in an address; null when it is none that is known.
const RepositoryHost* find_repository_kind(std::string_view kind);
const RepositoryHost* find_repository_host(std::string_view address);

// Where the sources of a site are kept.
struct Repository {
  std::string address;  // without a slash or .git at its end
  std::string branch = "main";
  std::string folder;                    // of the site in the repository: "site/" or empty
  const RepositoryHost* host = nullptr;  // when there are links to files
  bool edit_links = false, history_links = false;

  // Where a file of the site ("content/index.md") is changed, and where its history is; empty without such links.
  std::string edit_address(std::string_view path) const;
  std::string history_address(std::string_view path) const;
};

}  // namespace framewright
