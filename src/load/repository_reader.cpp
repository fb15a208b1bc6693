#include "load/repository_reader.h"

#include "base/html.h"
#include "base/text.h"
#include "load/table_reader.h"

namespace framewright {

namespace {

std::string known_kinds() {
  std::vector<std::string> kinds;
  for (const RepositoryHost& host : repository_hosts()) kinds.push_back("\"" + host.kind + "\"");
  return join(kinds, ", ");
}

void tidy(Repository& repository) {
  while (repository.address.ends_with('/')) repository.address.pop_back();
  if (repository.address.ends_with(".git")) repository.address.resize(repository.address.size() - 4);
  while (repository.folder.ends_with('/')) repository.folder.pop_back();
  while (repository.folder.starts_with('/')) repository.folder.erase(0, 1);
  if (!repository.folder.empty()) repository.folder += '/';
}

}  // namespace

Repository read_repository(const TomlValue& table, Diagnostics& diagnostics) {
  Repository repository;
  TableReader reader(table, "[repository]", diagnostics);
  const TomlValue* address = reader.text("address", repository.address);
  const bool unsafe = address != nullptr && !repository.address.starts_with("https://") &&
                      !(repository.address.starts_with("http://") && is_safe_url(repository.address));
  if (unsafe) reader.wrong(address->where, "the address of the repository must begin with https://");
  reader.text("branch", repository.branch);
  reader.text("folder", repository.folder);
  std::string kind;
  const TomlValue* given = reader.text("kind", kind);
  const TomlValue* edit = reader.flag("edit_links", repository.edit_links);
  const TomlValue* history = reader.flag("history_links", repository.history_links);
  reader.finish();
  repository.host = given != nullptr ? find_repository_kind(kind) : find_repository_host(repository.address);
  tidy(repository);
  const TomlValue* wanted = repository.edit_links ? edit : repository.history_links ? history : nullptr;
  if (given != nullptr && repository.host == nullptr) {
    reader.wrong(given->where, "there is no kind of repository \"" + kind + "\"").help =
        "the kinds are " + known_kinds();
  } else if (wanted != nullptr && address == nullptr) {
    if (!reader.was_meant("address"))
      reader.wrong(wanted->where, "links to the sources need the address of the repository");
  } else if (wanted != nullptr && repository.host == nullptr && !unsafe && !reader.was_meant("kind")) {
    reader.wrong(address->where, "how this host addresses a file is not known").help =
        "say what it runs on: kind = one of " + known_kinds();
  }
  return repository;
}

}  // namespace framewright
