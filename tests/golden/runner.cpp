#include <doctest/doctest.h>

#include <sstream>

#include "golden/golden_case.h"
#include "support/workplace.h"

using namespace framewright;

namespace {

// The first word of each line of `framewright explain --list`, outside of any site.
std::vector<std::string> rules_of(const std::filesystem::path& program) {
  const Workplace place(program);
  const Outcome outcome = place.run_framewright({"explain", "--list"});
  REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.err);
  std::vector<std::string> rules;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) rules.push_back(line.substr(0, line.find(' ')));
  return rules;
}

}  // namespace

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

TEST_CASE("each rule that the program knows has a case") {
  const std::vector<std::string> rules = rules_of(program_under_test(FRAMEWRIGHT_PROGRAM));
  REQUIRE(!rules.empty());
  for (const std::string& rule : rules_without_case(rules, FRAMEWRIGHT_GOLDEN))
    FAIL_CHECK("there is no tests/golden/rule-" << rule);
}
