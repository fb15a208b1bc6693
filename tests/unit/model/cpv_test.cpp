#include "model/cpv.h"

#include <doctest/doctest.h>

using namespace framewright;

TEST_CASE("a code is of the division of its first two digits") {
  CHECK(cpv_division("85312000-9") == "85");
  CHECK(cpv_division_name("85") == "Health and social work services");
  CHECK(cpv_division_name("03") == "Agricultural, farming, fishing, forestry and related products");
  CHECK(cpv_division_name("99").empty());
}

TEST_CASE("a notice is named by its code") {
  CHECK(notice_name("UK1") == "Pipeline notice");
  CHECK(notice_name("UK17") == "Payments compliance notice");
  CHECK(notice_name("UK18").empty());
}
