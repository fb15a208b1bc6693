#include <doctest/doctest.h>

#include "golden/golden_case.h"
#include "support/workplace.h"

using namespace framewright;

// One case alone: golden_tests --subcase=NAME.
TEST_CASE("each site gives the output and the messages that it is kept with") {
  const std::filesystem::path program = program_under_test(FRAMEWRIGHT_PROGRAM);
  for (const std::filesystem::path& folder : golden_cases(FRAMEWRIGHT_GOLDEN)) {
    SUBCASE(folder.filename().c_str()) {
      const std::string problems = check_golden_case(folder, program, updating());
      CHECK_MESSAGE(problems.empty(), folder.filename().string() << ":\n" << problems);
    }
  }
}
