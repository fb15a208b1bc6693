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
  CHECK(
      messages("threshold-overlap", levels("value_to = 30000", "value_from = 30000")) ==
      R"(content/levels/levels.toml:7:14: error[threshold-overlap]: "officers" (Officers) and "board" (Board) both take a value of £30,000
   7 | value_from = 30000
     |              ^^^^^
  also: content/levels/levels.toml:3:12: "officers" (Officers) stands here
   3 | value_to = 30000
     |            ^^^^^
  help: let one end where the other begins
)");
  CHECK(
      messages("threshold-overlap", levels("value_to = 50000", "value_over = 30000")) ==
      R"(content/levels/levels.toml:7:14: error[threshold-overlap]: "officers" (Officers) and "board" (Board) both take a value over £30,000 up to £50,000
   7 | value_over = 30000
     |              ^^^^^
  also: content/levels/levels.toml:3:12: "officers" (Officers) stands here
   3 | value_to = 50000
     |            ^^^^^
  help: let one end where the other begins
)");
  CHECK(
      messages("threshold-overlap", levels("value_over = 30000", "value_from = 10000\nvalue_below = 40000")) ==
      R"(content/levels/levels.toml:8:15: error[threshold-overlap]: "officers" (Officers) and "board" (Board) both take a value over £30,000 and below £40,000
   8 | value_below = 40000
     |               ^^^^^
  also: content/levels/levels.toml:3:14: "officers" (Officers) stands here
   3 | value_over = 30000
     |              ^^^^^
  help: let one end where the other begins
)");
}

TEST_CASE("values that no level takes are told in words") {
  CHECK(
      messages("threshold-gap", levels("value_to = 30000", "value_from = 50000")) ==
      R"(content/levels/levels.toml:7:14: warning[threshold-gap]: no level takes a value over £30,000 and below £50,000
   7 | value_from = 50000
     |              ^^^^^
  also: content/levels/levels.toml:3:12: "officers" (Officers) ends here
   3 | value_to = 30000
     |            ^^^^^
  help: let one begin where the other ends
)");
  CHECK(messages("threshold-gap", levels("value_below = 30000", "value_over = 30000")) ==
        R"(content/levels/levels.toml:7:14: warning[threshold-gap]: no level takes a value of £30,000
   7 | value_over = 30000
     |              ^^^^^
  also: content/levels/levels.toml:3:15: "officers" (Officers) ends here
   3 | value_below = 30000
     |               ^^^^^
  help: let one begin where the other ends
)");
  CHECK(
      messages("threshold-gap", levels("value_to = 30000", "value_from = 30001")) ==
      R"(content/levels/levels.toml:7:14: warning[threshold-gap]: no level takes a value over £30,000 and below £30,001
   7 | value_from = 30001
     |              ^^^^^
  also: content/levels/levels.toml:3:12: "officers" (Officers) ends here
   3 | value_to = 30000
     |            ^^^^^
  help: let one begin where the other ends
)");
}

TEST_CASE("levels that meet neither overlap nor leave a gap") {
  for (const auto& site :
       {levels("value_to = 30000", "value_over = 30000"), levels("value_below = 30000", "value_from = 30000"),
        levels("value_to = \"29999.99\"", "value_from = 30000"), levels("", "value_from = 30000")}) {
    CHECK(messages("threshold-overlap", site) == "");
    CHECK(messages("threshold-gap", site) == "");
  }
}

TEST_CASE("a level that ends before it begins takes no value") {
  CHECK(
      messages("bad-value", levels("value_from = 50000\nvalue_to = 30000", "value_over = 50000")) ==
      R"(content/levels/levels.toml:4:12: error[bad-value]: "officers" (Officers) takes no value: it ends before it begins
   4 | value_to = 30000
     |            ^^^^^
  also: content/levels/levels.toml:3:14: it begins here
   3 | value_from = 50000
     |              ^^^^^
  help: mend the one of the two amounts that is wrong
)");
}

TEST_CASE("a bound that was refused does not make a level endless") {
  CHECK(messages("threshold-overlap", levels("value_to = \"much\"\nvalue_from = 10", "value_over = 30000")) == "");
}
