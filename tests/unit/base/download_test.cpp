#include "base/download.h"

#include <doctest/doctest.h>

using namespace framewright;

TEST_CASE("a size is told in the units of disks, never less than it is") {
  CHECK(file_size(1) == "1 byte");
  CHECK(file_size(999) == "999 bytes");
  CHECK(file_size(1000) == "1 KB");
  CHECK(file_size(1001) == "2 KB");
  CHECK(file_size(999000) == "999 KB");
  CHECK(file_size(999001) == "1 MB");
  CHECK(file_size(1200001) == "1.3 MB");
  CHECK(file_size(999900000) == "999.9 MB");
  CHECK(file_size(999900001) == "1 GB");
}

TEST_CASE("the type of a file is the ending of its name") {
  CHECK(file_type("register/register.csv") == "CSV");
  CHECK(file_type("a.b/plan") == "");
  CHECK(file_type("plan.2026.pdf") == "PDF");
}
