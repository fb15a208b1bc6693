#include "load/sources.h"

#include <doctest/doctest.h>

#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

// Files of which some cannot be read, as after a change of their permissions.
class LockedStore final : public FileStore {
public:
  LockedStore(MemoryFileStore files, std::string locked) : files_(std::move(files)), locked_(std::move(locked)) {}
  std::vector<std::string> list(std::string_view folder, std::vector<FileProblem>& problems) const override {
    std::vector<std::string> found = files_.list(folder, problems);
    if (!locked_.ends_with('/') || !locked_.starts_with(folder)) return found;
    std::erase_if(found, [&](const std::string& path) { return path.starts_with(locked_); });
    problems.push_back(
        {locked_.substr(0, locked_.size() - 1), "this folder cannot be read: there is no permission to open it"});
    return found;
  }
  FileMark mark(std::string_view path) const override { return files_.mark(path); }
  FileRead read(std::string_view path) const override {
    if (path == locked_) return {std::nullopt, "it cannot be read: there is no permission to open it"};
    return files_.read(path);
  }
  bool exists(std::string_view path) const override { return files_.exists(path); }
  bool is_folder(std::string_view path) const override { return files_.is_folder(path); }
  std::uint64_t size(std::string_view path) const override { return files_.size(path); }

private:
  MemoryFileStore files_;
  std::string locked_;
};

const std::string home = md("title = \"Home\"");

}  // namespace

TEST_CASE("files are read as what their folder and ending say") {
  ReadSite site{{"content/index.md", home},
                {"content/framework/index.md", md("title = \"Framework\"")},
                {"content/framework/aims.md", md("title = \"Aims\"")},
                {"content/standards/index.md", md("title = \"Standards\"")},
                {"content/standards/S1.md", md("title = \"Safe\"")},
                {"content/principles.toml", "[P1]\ntitle = \"Children first\"\n"},
                {"content/register/suppliers.csv", "id,title\nacme,Acme\n"},
                {"content/data.csv", "a,b\n"},
                {"content/standards/plan.svg", "<svg/>"},
                {"content/NOTES", "x"},
                {"static/logo.svg", "<svg/>"}};
  CHECK(site.messages() == "");
  CHECK(site.order() ==
        "page:index framework:framework page:framework/aims page:standards/index principle:P1 standard:S1 "
        "supplier:acme");
  std::string assets;
  for (const AssetFile& asset : site.model().assets) assets += asset.address + " from " + asset.path + "; ";
  CHECK(assets ==
        "NOTES from content/NOTES; data.csv from content/data.csv; "
        "standards/plan.svg from content/standards/plan.svg; ");
  CHECK(site.model().statics == std::vector<std::string>{"logo.svg"});
}

TEST_CASE("a file that is not in UTF-8 is one finding at its first wrong byte, and what leads to it is none") {
  ReadSite site{{"content/a.md", md("title = \"A\"", "See [b](b.md), [[S1]], [[Caf\xC3\xA9s]] and [[S2]].\n")},
                {"content/b.md", md("title = \"Caf\xE9\"")},
                {"content/standards/S1.md", "Caf\xE9\n"}};
  CHECK(
      site.messages() ==
      "content/a.md:4:38: error[unresolved-reference]: there is no item \"S2\"\n"
      "   4 | See [b](b.md), [[S1]], [[Cafés]] and [[S2]].\n"
      "     |                                      ^^^^^^ did you mean \"S1\"?\n"
      "  help: write its id, or its title just as it stands\n"
      "content/b.md:2:13: error[unreadable-file]: this file is not saved as UTF-8: the character here cannot be read\n"
      "   2 | title = \"Caf�\"\n"
      "     |             ^\n"
      "  help: save it as UTF-8 (in a spreadsheet: save as \"CSV UTF-8\")\n"
      "content/standards/S1.md:1:4: error[unreadable-file]: this file is not saved as UTF-8: the character here cannot "
      "be read\n"
      "   1 | Caf�\n"
      "     |    ^\n"
      "  help: save it as UTF-8 (in a spreadsheet: save as \"CSV UTF-8\")\n");
}

TEST_CASE("a byte-order mark is no part of the first line") {
  const std::string mark = "\xEF\xBB\xBF";
  const ReadSite site{{"site.toml", mark + "title = \"T\"\n"},
                      {"content/boards/boards.toml", mark + "[north] x\n"},
                      {"content/index.md", mark + "Read [[S9]].\n"},
                      {"content/register/grants.csv", mark + "id,title,value_net,sum\nG1,x,1,2\n"}};
  CHECK(site.config().title == "T");
  CHECK(
      site.messages() ==
      "content/boards/boards.toml:1:9: error[unreadable-file]: nothing may follow a name in brackets on its line\n"
      "   1 | [north] x\n"
      "     |         ^\n"
      "  help: begin a new line; a remark begins with #\n"
      "content/index.md:1:1: error[missing-field]: this page has no title\n"
      "   1 | Read [[S9]].\n"
      "     | ^\n"
      "  help: write title = \"…\" between the lines of +++ at the top\n"
      "content/index.md:1:6: error[unresolved-reference]: there is no item \"S9\"\n"
      "   1 | Read [[S9]].\n"
      "     |      ^^^^^^\n"
      "  help: write its id, or its title just as it stands\n"
      "content/register/grants.csv:1:20: error[unknown-field]: a grant has no field \"sum\"\n"
      "   1 | id,title,value_net,sum\n"
      "     |                    ^^^\n"
      "  help: `framewright types grant` lists the fields; leave a column out in site.toml with columns = { \"sum\" = "
      "\"\" }\n");
}

TEST_CASE("a collection that cannot be read hides no reference that it cannot have answered") {
  ReadSite site{{"content/a.md", md("title = \"A\"", "See [[S1]], [[S10]], [[the child]] and [[Safe childs]].\n")},
                {"content/standards.toml", "[S1]\ntitle = \"Safe child\nowner = 1\n"}};
  CHECK(site.headlines() ==
        "content/a.md:4:13: error[unresolved-reference]: there is no item \"S10\"\n"
        "content/a.md:4:22: error[unresolved-reference]: there is no item \"the child\"\n"
        "content/standards.toml:2:9: error[unreadable-file]: this quotation mark is never closed\n");
}

TEST_CASE("a file that may not be read is one finding, and nothing is said of what it may hold") {
  SourceFiles files;
  Diagnostics found;
  const LockedStore store(MemoryFileStore{{"site.toml", "title = \"T\"\n"},
                                          {"content/strategies/help.md", md("title = \"Help\"\nstandards = [\"S1\"]")},
                                          {"content/boards/jcb.md", md("title = \"JCB\"\nreports_to = \"x\"")},
                                          {"content/standards.toml", "[S1]\ntitle = \"Safe\"\n"}},
                          "content/standards.toml");
  const Config config = load_config(store, files, ReadSite::today(), found);
  Sources sources = load_sources(store, config, files, 2, found);
  const Model model = resolve(std::move(sources), std::move(files), config, {}, generic_filters(), 2, found);
  found.sort(model.files);
  std::string all;
  MessageWriter writer(model.files, {});
  for (const Diagnostic& each : found.all()) all += writer.write(each);
  CHECK(all ==
        "content/boards/jcb.md:3:14: error[unresolved-reference]: there is no board \"x\"\n"
        "   3 | reports_to = \"x\"\n"
        "     |              ^^^\n"
        "  help: list them with `framewright list board`\n"
        "content/standards.toml:1:1: error[unreadable-file]: this file cannot be read: there is no permission to open "
        "it\n");
}

TEST_CASE("a folder that may not be opened is named, and nothing is said of what it may hold") {
  SourceFiles files;
  Diagnostics found;
  const LockedStore store(MemoryFileStore{{"site.toml", "title = \"T\"\n"},
                                          {"content/strategies/help.md", md("title = \"Help\"\nstandards = [\"S1\"]")},
                                          {"content/standards/S1.md", md("title = \"Safe\"")}},
                          "content/standards/");
  const Config config = load_config(store, files, ReadSite::today(), found);
  Sources sources = load_sources(store, config, files, 1, found);
  const Model model = resolve(std::move(sources), std::move(files), config, {}, generic_filters(), 1, found);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].rule == "unreadable-file");
  CHECK(found.all()[0].message == "content/standards: this folder cannot be read: there is no permission to open it");
}

TEST_CASE("a site without content/ is one finding that says where pages go") {
  ReadSite site{{"static/logo.svg", "<svg/>"}};
  CHECK(site.messages() ==
        "site.toml:1:1: error[unreadable-file]: there is no folder content/ beside site.toml\n"
        "   1 | title = \"Moorvale\"\n"
        "     | ^\n"
        "  help: put the pages of the site in content/, beginning with content/index.md\n");
}

TEST_CASE("settings for a file that is not there suggest the nearest") {
  ReadSite site{
      {"site.toml", "title = \"T\"\n[source.\"content/register/contract.csv\"]\ndate_format = \"%d/%m/%Y\"\n"},
      {"content/index.md", home},
      {"content/register/contracts.csv", "id\n"}};
  CHECK(site.messages() ==
        "site.toml:2:9: error[bad-config]: there is no file content/register/contract.csv\n"
        "   2 | [source.\"content/register/contract.csv\"]\n"
        "     |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ did you mean \"content/register/contracts.csv\"?\n");
}

TEST_CASE("findings do not depend on the number of threads") {
  ReadSite::Files files;
  for (int i = 0; i < 60; ++i)
    files["content/p" + std::to_string(i) + ".md"] =
        md("title = \"P" + std::to_string(i) + "\"", "[[nobody]] [a](x.md)");
  const std::string one = ReadSite(files, {}, 1).messages();
  CHECK(one.size() > 1000);
  CHECK(one == ReadSite(files, {}, 4).messages());
}
