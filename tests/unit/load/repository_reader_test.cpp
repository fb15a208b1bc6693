#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

// The repository of a site with these lines in its [repository].
Repository repository(const std::string& lines) {
  return TestSite(Files{{"site.toml", "title = \"T\"\n[repository]\n" + lines}}).config().repository;
}

std::string findings(const std::string& lines) {
  return messages("bad-config", {{"site.toml", "title = \"T\"\n[repository]\n" + lines}});
}

}  // namespace

TEST_CASE("links to the sources follow the host of the repository") {
  const auto links = [](const std::string& address, const std::string& more = "") {
    const Repository read =
        repository("address = \"" + address + "\"\nedit_links = true\nhistory_links = true\n" + more);
    return read.edit_address("content/a.md") + " " + read.history_address("content/a.md");
  };
  CHECK(links("https://github.com/council/framework") ==
        "https://github.com/council/framework/edit/main/content/a.md "
        "https://github.com/council/framework/commits/main/content/a.md");
  CHECK(links("https://gitlab.com/council/framework.git", "branch = \"live\"") ==
        "https://gitlab.com/council/framework/-/edit/live/content/a.md "
        "https://gitlab.com/council/framework/-/commits/live/content/a.md");
  CHECK(links("https://git.example.org/framework/", "kind = \"forgejo\"") ==
        "https://git.example.org/framework/_edit/main/content/a.md "
        "https://git.example.org/framework/commits/branch/main/content/a.md");
  CHECK(links("https://bitbucket.org/council/framework", "folder = \"/site/\"") ==
        "https://bitbucket.org/council/framework/src/main/site/content/a.md?mode=edit "
        "https://bitbucket.org/council/framework/history-node/main/site/content/a.md");
  CHECK(links("https://dev.azure.com/council/p/_git/framework") ==
        "https://dev.azure.com/council/p/_git/framework?path=/content/a.md&version=GBmain "
        "https://dev.azure.com/council/p/_git/framework?path=/content/a.md&version=GBmain&_a=history");
}

TEST_CASE("what means something in an address is encoded in a link to a source") {
  CHECK(repository("address = \"https://github.com/c/f\"\nedit_links = true").edit_address("content/a#b ?&%.md") ==
        "https://github.com/c/f/edit/main/content/a%23b%20%3F%26%25.md");
}

TEST_CASE("a site that does not ask for links to its sources has none") {
  const Repository read = repository("address = \"https://github.com/council/framework\"");
  CHECK(read.edit_address("content/a.md") == "");
  CHECK(read.history_address("content/a.md") == "");
  CHECK(findings("address = \"https://git.example.org/framework\"") == "");
}

TEST_CASE("links to the sources that cannot be made are reported") {
  CHECK(findings("edit_links = true") ==
        "site.toml:3:14: error[bad-config]: links to the sources need the address of the repository\n"
        "   3 | edit_links = true\n"
        "     |              ^^^^\n");
  CHECK(findings("address = \"https://git.example.org/f\"\nhistory_links = true") ==
        "site.toml:3:11: error[bad-config]: how this host addresses a file is not known\n"
        "   3 | address = \"https://git.example.org/f\"\n"
        "     |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  help: say what it runs on: kind = one of \"github\", \"gitlab\", \"forgejo\", \"bitbucket\", "
        "\"azure-devops\"\n");
  CHECK(findings("address = \"https://git.example.org/f\"\nkind = \"subversion\"") ==
        "site.toml:4:8: error[bad-config]: there is no kind of repository \"subversion\"\n"
        "   4 | kind = \"subversion\"\n"
        "     |        ^^^^^^^^^^^^\n"
        "  help: the kinds are \"github\", \"gitlab\", \"forgejo\", \"bitbucket\", \"azure-devops\"\n");
  CHECK(findings("address = \"git@github.com:council/f.git\"\nedit_links = true") ==
        "site.toml:3:11: error[bad-config]: the address of the repository must begin with https://\n"
        "   3 | address = \"git@github.com:council/f.git\"\n"
        "     |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n");
  CHECK(findings("adress = \"https://github.com/council/f\"\nedit_links = true") ==
        "site.toml:3:1: error[bad-config]: [repository] has no setting \"adress\"\n"
        "   3 | adress = \"https://github.com/council/f\"\n"
        "     | ^^^^^^ did you mean \"address\"?\n");
}
