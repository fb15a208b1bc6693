#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "unit/template/template_case.h"

using namespace framewright;
using namespace framewright::test;

namespace {

std::string read(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("templates write and report what tests/templates says") {
  const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(FRAMEWRIGHT_TESTS_DIR "/templates"))
    if (entry.path().extension() == ".test") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  REQUIRE(paths.size() > 5);
  for (const auto& path : paths) {
    std::string updated;
    for (const TemplateCase& test : read_cases(read(path))) {
      const std::string where = path.filename().string() + ": " + test.title;
      CAPTURE(where);
      bool failed = false;
      const std::string actual = run_case(test, failed);
      updated += write_case(test, failed, actual);
      if (update) continue;
      CHECK(failed == test.fails);
      CHECK(actual == test.expected);
    }
    if (update) std::ofstream(path) << updated;
  }
}
