#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

std::string messages_of(const std::string& facts) {
  return messages("bad-config", {{"site.toml", "title = \"T\"\n[accessibility]\n" + facts}});
}

}  // namespace

TEST_CASE("a statement says how far the site complies, and since when") {
  CHECK(messages_of("status = \"fully compliant\"\nprepared = 2026-03-02\n") == "");
  CHECK(messages_of("status = \"compliant\"\nprepared = 2026-03-02\n") ==
        R"(site.toml:3:10: error[bad-config]: status is fully compliant, partially compliant or not compliant
   3 | status = "compliant"
     |          ^^^^^^^^^^^
)");
  CHECK(messages_of("") ==
        R"(site.toml:2:1: error[bad-config]: [accessibility] needs prepared, the day on which the statement was prepared
   2 | [accessibility]
     | ^^^^^^^^^^^^^^^
site.toml:2:1: error[bad-config]: [accessibility] needs status, how far the site meets the standard
   2 | [accessibility]
     | ^^^^^^^^^^^^^^^
)");
}

TEST_CASE("a failure names a criterion of WCAG 2.2 of level A or AA") {
  const auto failure = [](const std::string& facts) {
    return messages_of("status = \"not compliant\"\nprepared = 2026-03-02\n[[accessibility.failure]]\nsays = \"S\"\n" +
                       facts);
  };
  for (const char* right : {"1.1.1", "1.4.10", "2.4.11", "3.3.8", "4.1.3"})
    CHECK_MESSAGE(failure("criterion = \"" + std::string(right) + "\"\n") == "", right);
  CHECK(failure("criterion = \"4.1.1\"\n") ==
        R"(site.toml:7:13: error[bad-config]: WCAG 2.2 has no criterion 4.1.1 of level A or AA
   7 | criterion = "4.1.1"
     |             ^^^^^^^
  help: write the number of the success criterion, such as 1.4.10 for Reflow
)");
  CHECK(failure("criterion = \"1.4.6\"\n") != "");  // of level AAA
  CHECK(failure("reason = \"out of scope\"\n") == "");
  CHECK(failure("reason = \"disproportionate burden\"\n") != "");
}
