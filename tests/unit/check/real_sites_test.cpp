#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "unit/site.h"

using namespace framewright;

namespace {

namespace fs = std::filesystem;

// Sites kept beside the repository; a checkout without them goes on.
fs::path real_site(const std::string& name) {
  const fs::path root = fs::path(FRAMEWRIGHT_TESTS_DIR).parent_path();
  for (const fs::path& above : {root.parent_path(), root.parent_path().parent_path()})
    if (fs::exists(above / "shared/sites" / name / "site.toml")) return above / "shared/sites" / name;
  return {};
}

struct Expected {
  std::string rule, file, what;
  std::uint32_t line = 0;
};

std::vector<Expected> expected_findings(const fs::path& table) {
  std::ifstream file(table);
  std::vector<Expected> rows;
  std::string row;
  std::getline(file, row);
  while (std::getline(file, row)) {
    std::istringstream cells(row);
    Expected expected;
    std::string line, sure;
    std::getline(cells, expected.rule, '\t');
    std::getline(cells, expected.file, '\t');
    std::getline(cells, line, '\t');
    std::getline(cells, expected.what, '\t');
    std::getline(cells, sure, '\t');
    expected.line = static_cast<std::uint32_t>(std::stoul(line));
    if (sure == "yes" || expected.rule == "numbering-gap") rows.push_back(expected);
  }
  return rows;
}

}  // namespace

TEST_CASE("the errors of a real framework are found, each at its line") {
  const fs::path folder = real_site("southwark");
  if (folder.empty()) {
    MESSAGE("skipped: no sites beside the repository");
    return;
  }
  const TestSite site(DiskFileStore(folder.string()));
  MessageWriter writer(site.model().files, {});
  for (const Expected& expected : expected_findings(folder / "EXPECTED.tsv")) {
    if (expected.rule.find("acronym") != std::string::npos) continue;
    CAPTURE(expected.rule + " " + expected.file + ":" + std::to_string(expected.line) + " " + expected.what);
    CHECK(std::any_of(site.findings().begin(), site.findings().end(), [&](const Diagnostic& d) {
      return d.rule == expected.rule && site.model().files[d.where.file].path == expected.file &&
             writer.position(d.where).line == expected.line;
    }));
  }
  CHECK(site.findings().size() == 15);
}

TEST_CASE("the example site of the repository has no findings") {
  if (!fs::exists(FRAMEWRIGHT_TESTS_DIR "/../site.toml")) {
    MESSAGE("skipped: no example site");
    return;
  }
  CHECK(TestSite(DiskFileStore(FRAMEWRIGHT_TESTS_DIR "/..")).messages() == "");
}

TEST_CASE("the example site's contracts use every field, link and nested item that a contract may have") {
  if (!fs::exists(FRAMEWRIGHT_TESTS_DIR "/../site.toml")) {
    MESSAGE("skipped: no example site");
    return;
  }
  const TestSite site(DiskFileStore(FRAMEWRIGHT_TESTS_DIR "/.."));
  const Model& model = site.model();
  const auto contracts = model.of_type(*model.schema->find("contract"));
  const TypeDef& type = model.type(model.items[contracts.front()]);
  const auto used = [&](const auto& by) { return std::any_of(contracts.begin(), contracts.end(), by); };
  for (const FieldDef& def : type.fields)
    if (!def.common)
      CHECK_MESSAGE(used([&](ItemId id) { return model.items[id].field(type, def.name) != nullptr; }), def.name);
  for (const LinkId link : type.links) {
    const LinkDef& def = model.schema->links[link];
    if (def.to.empty() || def.name == "sources") continue;  // any item may have it
    CHECK_MESSAGE(used([&](ItemId id) {
                    const auto links = model.links_from(id);
                    return std::any_of(links.begin(), links.end(), [&](const Link& each) { return each.link == link; });
                  }),
                  def.name);
  }
  for (const NestDef& nest : type.nests)
    CHECK_MESSAGE(used([&](ItemId id) {
                    const auto nested = model.nested_in(id);
                    return std::any_of(nested.begin(), nested.end(),
                                       [&](ItemId each) { return model.items[each].type == nest.type; });
                  }),
                  nest.name);
  for (const char* status : {"planned", "active", "ended", "terminated"})
    CHECK_MESSAGE(used([&](ItemId id) {
                    const std::string* own = text_field(model.items[id], type, "status");
                    return own != nullptr && *own == status;
                  }),
                  status);
}
