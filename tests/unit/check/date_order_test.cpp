#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

Files contract(const std::string& dates) {
  return {{"content/register/a.md",
           page("title = \"A\"\ndescription = \"A\"\ndepartment = \"D\"\nvat_irrecoverable = 0\nprocedure = \"tender\"\n"
                "sme = \"yes\"\nvcse = \"no\"\n" + dates)}};
}

}  // namespace

TEST_CASE("an end before the start is reported at the end, and what lies between them not as well") {
  CHECK(messages("end-before-start", contract("start = 2029-03-31\nend = 2028-04-01\nreview = 2028-09-30")) == R"(@1)");
  CHECK(messages("bad-value", contract("start = 2029-03-31\nend = 2028-04-01\nreview = 2028-09-30")) == "");
}

TEST_CASE("every date that names the one it follows is held against it") {
  CHECK(messages("end-before-start", contract("start = 2026-04-01\nend = 2029-03-31\nmax_end = 2028-03-31\nreview = 2028-09-30")) ==
        R"(@2)");
  CHECK(messages("end-before-start",
                 {{"content/a.md", page("title = \"A\"\nreviewed_on = 2026-04-01\nreview_by = 2026-03-01", "Text.")}}) == R"(@3)");
}

TEST_CASE("a date outside of the two it lies between is reported at it") {
  CHECK(messages("bad-value", contract("start = 2026-04-01\nend = 2029-03-31\nreview = 2029-09-30")) == R"(@4)");
  CHECK(messages("bad-value", contract("start = 2026-04-01\nend = 2029-03-31\nreview = 2026-03-31")) == R"(@5)");
}

TEST_CASE("dates on one day, and dates with no other to compare, are in order") {
  CHECK(TestSite(contract("start = 2026-04-01\nend = 2026-04-01\nreview = 2026-04-01")).messages("end-before-start") == "");
  CHECK(messages("bad-value", contract("start = 2026-04-01\nend = 2026-04-01\nreview = 2026-04-01")) == "");
  CHECK(messages("bad-value", contract("start = 2026-04-01\nopen_ended = true\nreview = 2030-04-01")) == "");
}
