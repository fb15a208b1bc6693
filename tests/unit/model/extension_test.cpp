#include "model/extension.h"

#include <doctest/doctest.h>

#include "base/date.h"

using namespace framewright;

namespace {

std::string shown(std::string_view text) {
  const auto extension = parse_extension(text);
  if (!extension) return "none";
  return std::to_string(extension->months) + (extension->taken_on ? " on " + iso_date(*extension->taken_on) : "");
}

std::string later(std::string_view date, int months) { return iso_date(add_months(*parse_date(date), months)); }

}  // namespace

TEST_CASE("an extension is read in months, with the day on which it was taken") {
  CHECK(shown("12 months") == "12");
  CHECK(shown("1 month") == "1");
  CHECK(shown("2 years") == "24");
  CHECK(shown("1 year taken 2027-01-15") == "12 on 2027-01-15");
  CHECK(shown("6 months taken on 2027-01-15") == "6 on 2027-01-15");
}

TEST_CASE("what is no extension is not read") {
  for (const char* wrong :
       {"", "months", "0 months", "-1 months", "12 weeks", "12 months taken", "12 months taken 2027-02-30"}) {
    CAPTURE(wrong);
    CHECK(shown(wrong) == "none");
  }
}

TEST_CASE("months are added to the same day, or to the last one of a shorter month") {
  CHECK(later("2026-03-31", 12) == "2027-03-31");
  CHECK(later("2026-01-31", 1) == "2026-02-28");
  CHECK(later("2028-02-29", 12) == "2029-02-28");
  CHECK(later("2026-12-15", 1) == "2027-01-15");
}
