#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

Files contract(const std::string& dates) {
  return {
      {"content/register/a.md",
       page("title = \"A\"\ndescription = \"A\"\ndepartment = \"D\"\nvat_irrecoverable = 0\nprocedure = \"tender\"\n"
            "sme = \"yes\"\nvcse = \"no\"\n" +
            dates)}};
}

}  // namespace

TEST_CASE("an end before the start is reported at the end, and what lies between them not as well") {
  CHECK(messages("end-before-start", contract("start = 2029-03-31\nend = 2028-04-01\nreview = 2028-09-30")) ==
        R"(content/register/a.md:10:7: error[end-before-start]: end is before start
  10 | end = 2028-04-01
     |       ^^^^^^^^^^ start is 2029-03-31
  also: content/register/a.md:9:9: start stands here
   9 | start = 2029-03-31
     |         ^^^^^^^^^^
  help: mend the one of the two dates that is wrong
)");
  CHECK(messages("bad-value", contract("start = 2029-03-31\nend = 2028-04-01\nreview = 2028-09-30")) == "");
}

TEST_CASE("every date that names the one it follows is held against it") {
  CHECK(messages("end-before-start",
                 contract("start = 2026-04-01\nend = 2029-03-31\nmax_end = 2028-03-31\nreview = 2028-09-30")) ==
        R"(content/register/a.md:11:11: error[end-before-start]: max_end is before end
  11 | max_end = 2028-03-31
     |           ^^^^^^^^^^ end is 2029-03-31
  also: content/register/a.md:10:7: end stands here
  10 | end = 2029-03-31
     |       ^^^^^^^^^^
  help: mend the one of the two dates that is wrong
)");
  CHECK(
      messages("end-before-start",
               {{"content/a.md", page("title = \"A\"\nreviewed_on = 2026-04-01\nreview_by = 2026-03-01", "Text.")}}) ==
      R"(content/a.md:4:13: error[end-before-start]: review_by is before reviewed_on
   4 | review_by = 2026-03-01
     |             ^^^^^^^^^^ reviewed_on is 2026-04-01
  also: content/a.md:3:15: reviewed_on stands here
   3 | reviewed_on = 2026-04-01
     |               ^^^^^^^^^^
  help: mend the one of the two dates that is wrong
)");
}

TEST_CASE("a date outside of the two it lies between is reported at it") {
  CHECK(messages("bad-value", contract("start = 2026-04-01\nend = 2029-03-31\nreview = 2029-09-30")) ==
        R"(content/register/a.md:11:10: error[bad-value]: review is after end
  11 | review = 2029-09-30
     |          ^^^^^^^^^^ end is 2029-03-31
  also: content/register/a.md:10:7: end stands here
  10 | end = 2029-03-31
     |       ^^^^^^^^^^
  help: mend the one of the two dates that is wrong
)");
  CHECK(messages("bad-value", contract("start = 2026-04-01\nend = 2029-03-31\nreview = 2026-03-31")) ==
        R"(content/register/a.md:11:10: error[bad-value]: review is before start
  11 | review = 2026-03-31
     |          ^^^^^^^^^^ start is 2026-04-01
  also: content/register/a.md:9:9: start stands here
   9 | start = 2026-04-01
     |         ^^^^^^^^^^
  help: mend the one of the two dates that is wrong
)");
}

TEST_CASE("dates on one day, and dates with no other to compare, are in order") {
  CHECK(TestSite(contract("start = 2026-04-01\nend = 2026-04-01\nreview = 2026-04-01")).messages("end-before-start") ==
        "");
  CHECK(messages("bad-value", contract("start = 2026-04-01\nend = 2026-04-01\nreview = 2026-04-01")) == "");
  CHECK(messages("bad-value", contract("start = 2026-04-01\nopen_ended = true\nreview = 2030-04-01")) == "");
}
