#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "model/rule_catalogue.h"

using namespace framewright;

namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("every rule of the catalogue has all its texts, in plain sentences") {
  REQUIRE(rule_catalogue().size() > 40);
  std::set<std::string> names;
  for (const RuleEntry& rule : rule_catalogue()) {
    CAPTURE(rule.name);
    CHECK(names.insert(rule.name).second);
    CHECK(rule.says.size() > 10);
    CHECK(!rule.says.ends_with('.'));
    CHECK(rule.says.find('\n') == std::string::npos);
    CHECK(rule.why.size() > 60);
    CHECK(rule.why.ends_with('.'));
    CHECK(!rule.wrong.empty());
    CHECK(!rule.right.empty());
    CHECK(rule.wrong != rule.right);
  }
}

TEST_CASE("every rule that the sources report is in the catalogue") {
  const std::regex finding(
      "(?:\\b(?:error|warning|info|report|wrong)\\(|Diagnostic\\{|Diagnostic \\w+\\{)\\s*\"([a-z]+(?:-[a-z]+)*)\"");
  std::set<std::string> reported;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(FRAMEWRIGHT_TESTS_DIR "/../src")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string text = read(entry.path());
    for (auto match = std::sregex_iterator(text.begin(), text.end(), finding); match != std::sregex_iterator(); ++match)
      reported.insert((*match)[1]);
  }
  CHECK(reported.contains("cycle"));
  CHECK(reported.contains("too-few-links"));
  for (const std::string& rule : reported) {
    CAPTURE(rule);
    CHECK(find_rule(rule) != nullptr);
  }
}
