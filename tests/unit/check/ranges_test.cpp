#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

Files levels(const std::string& first, const std::string& second) {
  return {{"content/levels/levels.toml",
           "[officers]\ntitle = \"Officers\"\n" + first + "\n\n[board]\ntitle = \"Board\"\n" + second + "\n"}};
}

}  // namespace

TEST_CASE("values that two levels take are reported at both") {
  CHECK(messages("threshold-overlap", levels("value_to = 30000", "value_from = 30000")) == R"(@1)");
  CHECK(messages("threshold-overlap", levels("value_to = 50000", "value_over = 30000")) == R"(@2)");
  CHECK(messages("threshold-overlap", levels("value_over = 30000", "value_from = 10000\nvalue_below = 40000")) == R"(@3)");
}

TEST_CASE("values that no level takes are told in words") {
  CHECK(messages("threshold-gap", levels("value_to = 30000", "value_from = 50000")) == R"(@4)");
  CHECK(messages("threshold-gap", levels("value_below = 30000", "value_over = 30000")) == R"(@5)");
  CHECK(messages("threshold-gap", levels("value_to = 30000", "value_from = 30001")) == R"(@6)");
}

TEST_CASE("levels that meet neither overlap nor leave a gap") {
  for (const auto& site : {levels("value_to = 30000", "value_over = 30000"), levels("value_below = 30000", "value_from = 30000"),
                           levels("value_to = \"29999.99\"", "value_from = 30000"), levels("", "value_from = 30000")}) {
    CHECK(messages("threshold-overlap", site) == "");
    CHECK(messages("threshold-gap", site) == "");
  }
}

TEST_CASE("a level that ends before it begins takes no value") {
  CHECK(messages("bad-value", levels("value_from = 50000\nvalue_to = 30000", "value_over = 50000")) == R"(@7)");
}

TEST_CASE("a bound that was refused does not make a level endless") {
  CHECK(messages("threshold-overlap", levels("value_to = \"much\"\nvalue_from = 10", "value_over = 30000")) == "");
}
