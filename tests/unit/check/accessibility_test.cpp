#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

// What the rule says of a statement on 23 November 2026.
std::string said(const std::string& facts) {
  return messages("accessibility-statement", {{"site.toml", "title = \"T\"\n[accessibility]\n" + facts}});
}
const std::string partial = "status = \"partially compliant\"\n", full = "status = \"fully compliant\"\n";
const std::string prepared = "prepared = 2026-03-02\n";
const std::string failure = "[[accessibility.failure]]\ncriterion = \"1.4.10\"\nsays = \"S\"\n";

}  // namespace

TEST_CASE("a statement is reviewed within a year") {
  CHECK(said(full + "prepared = 2025-11-22\n") == "");
  CHECK(said(full + "prepared = 2025-11-21\n") != "");
  CHECK(said(full + "prepared = 2020-01-01\nreviewed = 2026-11-01\n") == "");
}

TEST_CASE("a statement does not contradict its list of failures") {
  CHECK(said(full + prepared) == "");
  CHECK(said(full + prepared + failure + "fix_by = 2027-01-01\n") != "");
  CHECK(said(partial + prepared) != "");
  CHECK(said(partial + prepared + failure + "fix_by = 2027-01-01\n") == "");
  CHECK(said(full + prepared + "[[accessibility.failure]]\nsays = \"S\"\nreason = \"out of scope\"\n") == "");
}

TEST_CASE("a failure has a day in the future by which it is mended") {
  CHECK(said(partial + prepared + failure + "fix_by = 2026-11-23\n") == "");
  CHECK(said(partial + prepared + failure + "fix_by = 2026-11-22\n") != "");
  CHECK(said(partial + prepared + failure) != "");
  CHECK(said(partial + prepared + failure + "reason = \"disproportionate burden\"\n") == "");
}
