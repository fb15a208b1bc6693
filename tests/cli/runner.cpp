#include <doctest/doctest.h>

#include <algorithm>

#include "cli/script.h"
#include "support/folder.h"
#include "support/workplace.h"

using namespace framewright;

namespace {

std::vector<std::filesystem::path> scripts() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(FRAMEWRIGHT_CLI_TESTS))
    if (entry.path().extension() == ".test") found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

// One test alone: cli_tests --subcase=NAME.
TEST_CASE("each command does what its test says") {
  const std::filesystem::path program = program_under_test(FRAMEWRIGHT_PROGRAM);
  for (const std::filesystem::path& path : scripts()) {
    SUBCASE(path.stem().c_str()) {
      Played played = play(read_file(path), program);
      if (updating() && !played.problems.empty()) {
        write_file(path, played.text);
        played = play(played.text, program);
      }
      CHECK_MESSAGE(played.problems.empty(), path.filename().string() << ":\n" << played.problems);
    }
  }
}
