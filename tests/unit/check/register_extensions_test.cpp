#include <doctest/doctest.h>

#include "unit/check/register_site.h"

using namespace framewright;

TEST_CASE("the end is the first end with the extensions that were taken") {
  CHECK(said("extension-mismatch", {"base_end = 2027-03-31", "extensions = [\"12 months taken 2026-10-01\"]"}) == "");
  CHECK(
      said("extension-mismatch",
           {"base_end = 2027-03-31", "extensions = [\"12 months taken 2026-10-01\"]", "end = 2028-04-01"}) ==
      R"(content/register/contracts.toml:9:7: error[extension-mismatch]: end is not base_end with the extensions that were taken
   9 | end = 2028-04-01
     |       ^^^^^^^^^^ with them it is 2028-03-31
  also: content/register/contracts.toml:15:12: base_end stands here
  15 | base_end = 2027-03-31
     |            ^^^^^^^^^^
  help: mend the dates, or add to extensions what was taken and when: "12 months taken 2027-01-15"
)");
  CHECK(said("extension-mismatch",
             {"base_end = 2027-03-31", "extensions = [\"12 months taken 2026-10-01\"]", "end = 2028-03-30"}) != "");
  CHECK(said("extension-mismatch", {"base_end = 2026-03-31", "extensions = [\"12 months\"]"}) == "");
}

TEST_CASE("an end that differs from the first one without an extension is reported") {
  CHECK(
      said("extension-mismatch", {"base_end = 2027-03-31"}) ==
      R"(content/register/contracts.toml:9:7: error[extension-mismatch]: end is not base_end, and no extension was taken
   9 | end = 2028-03-31
     |       ^^^^^^^^^^ base_end is 2027-03-31
  also: content/register/contracts.toml:15:12: base_end stands here
  15 | base_end = 2027-03-31
     |            ^^^^^^^^^^
  help: mend the dates, or add to extensions what was taken and when: "12 months taken 2027-01-15"
)");
  CHECK(said("extension-mismatch", {"base_end = 2028-03-31"}) == "");
  CHECK(said("extension-mismatch", {"base_end = 2027-03-31", "extensions = [\"1 year\"]"}) != "");
}

TEST_CASE("a month later is the last day of a month, or the same day") {
  const auto ends = [](std::string_view base, std::string_view end) {
    return said("extension-mismatch", {base, "extensions = [\"12 months taken 2026-10-01\"]", end});
  };
  CHECK(ends("base_end = 2027-02-28", "end = 2028-02-29") == "");
  CHECK(ends("base_end = 2027-02-28", "end = 2028-02-28") == "");
  CHECK(ends("base_end = 2027-02-28", "end = 2028-03-01") != "");
}

TEST_CASE("an extension that was taken needs the first end") {
  CHECK(
      said("extension-mismatch", {"extensions = [\"12 months taken 2026-10-01\"]"}) ==
      R"(content/register/contracts.toml:15:14: warning[extension-mismatch]: an extension was taken, and base_end does not say when the contract ended without it
  15 | extensions = ["12 months taken 2026-10-01"]
     |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: add base_end: the last day without extensions
)");
  CHECK(said("extension-mismatch", {"extensions = [\"12 months\"]"}) == "");
}

TEST_CASE("the latest end is the end with all extensions") {
  CHECK(said("extension-mismatch", {"extensions = [\"1 year\", \"6 months\"]", "max_end = 2029-09-30"}) == "");
  CHECK(
      said("extension-mismatch", {"extensions = [\"1 year\", \"6 months\"]", "max_end = 2029-10-31"}) ==
      R"(content/register/contracts.toml:16:11: warning[extension-mismatch]: max_end is not the end with all extensions
  16 | max_end = 2029-10-31
     |           ^^^^^^^^^^ with them it is 2029-09-30
  also: content/register/contracts.toml:15:14: extensions stands here
  15 | extensions = ["1 year", "6 months"]
     |              ^^^^^^^^^^^^^^^^^^^^^^
  help: mend the date, or the extensions that the contract allows
)");
  CHECK(said("extension-mismatch", {"max_end = 2029-10-31"}) == "");
}

TEST_CASE("an extension beyond the latest end is one mistake, at the extension") {
  const std::initializer_list<std::string_view> beyond{
      "base_end = 2027-03-31", "extensions = [\"6 months taken 2026-09-01\", \"6 months taken 2026-10-01\"]",
      "max_end = 2027-09-30", "end = 2027-09-30"};
  CHECK(
      said("extension-not-allowed", beyond) ==
      R"(content/register/contracts.toml:16:44: error[extension-not-allowed]: this extension goes beyond the latest end that the contract allows
  16 | extensions = ["6 months taken 2026-09-01", "6 months taken 2026-10-01"]
     |                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ with it the contract ends on 2028-03-31
  also: content/register/contracts.toml:17:11: max_end stands here
  17 | max_end = 2027-09-30
     |           ^^^^^^^^^^
  help: mend the dates or the extension; more time than was agreed is a new award, with a contract of its own
)");
  CHECK(said("extension-mismatch", beyond) == "");
  CHECK(said("extension-not-allowed",
             {"base_end = 2027-03-31", "extensions = [\"6 months taken 2026-09-01\", \"6 months taken 2026-10-01\"]",
              "max_end = 2028-03-31"}) == "");
  CHECK(said("extension-not-allowed",
             {"base_end = 2027-03-31", "extensions = [\"6 months taken 2026-09-01\", \"6 months taken 2026-10-01\"]",
              "max_end = 2028-03-30"}) != "");
}

TEST_CASE("an end after the latest end is reported at the latest end") {
  CHECK(said("end-before-start", {"max_end = 2028-03-30"}) ==
        R"(content/register/contracts.toml:15:11: error[end-before-start]: max_end is before end
  15 | max_end = 2028-03-30
     |           ^^^^^^^^^^ end is 2028-03-31
  also: content/register/contracts.toml:9:7: end stands here
   9 | end = 2028-03-31
     |       ^^^^^^^^^^
  help: mend the one of the two dates that is wrong
)");
  CHECK(said("end-before-start", {"max_end = 2028-03-31"}) == "");
}

TEST_CASE("an extension names a day that there is") {
  CHECK(said("bad-value", {"base_end = 2027-03-31", "extensions = [\"12 months taken 2026-02-29\"]"}) ==
        R"(content/register/contracts.toml:16:15: error[bad-value]: extensions names a day that there is not
  16 | extensions = ["12 months taken 2026-02-29"]
     |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: write it like this: 12 months taken 2027-01-15
)");
  CHECK(TestSite(register_of(contract("C-1", {"base_end = 2027-03-31", "extensions = [\"12 weeks\"]"})))
            .findings()
            .size() == 1);
}

TEST_CASE("extensions of more years than there are have no end that could be checked") {
  CHECK(said("extension-mismatch", {"extensions = [\"999 years\", \"999 years\"]", "max_end = 2029-10-31"}) == "");
}
