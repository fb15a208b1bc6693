#include "base/origin.h"

#include <doctest/doctest.h>

using namespace framewright;

TEST_CASE("a text that stands as it is begins at its place") {
  const Origin origin(3, 10);
  CHECK(origin.file() == 3);
  CHECK(origin.at(0) == 10);
  CHECK(origin.at(5) == 15);
  CHECK(origin.span(1, 4) == Span{3, 11, 14});
  CHECK(origin.span(2, 2) == Span{3, 12, 12});
}

TEST_CASE("from a step on, a text stands where the step says") {
  Origin origin(0, 10);
  origin.step(4, 20);
  CHECK(origin.at(3) == 13);
  CHECK(origin.at(4) == 20);
  CHECK(origin.span(3, 5) == Span{0, 13, 21});
  CHECK(origin.span(0, 4) == Span{0, 10, 14});
}

TEST_CASE("a text within a text stands where both say") {
  Origin outer(7, 100);  // two lines of four bytes, each after a quotation's mark
  outer.step(4, 106);
  Origin inner(0, 2);
  inner.step(3, 6);
  const Origin joined = inner.within(outer);
  CHECK(joined.file() == 7);
  CHECK(joined.at(0) == 102);
  CHECK(joined.at(1) == 103);
  CHECK(joined.at(2) == 106);
  CHECK(joined.at(3) == 108);
  CHECK(joined.at(4) == 109);
  CHECK(Origin(0, 0).within(outer).at(5) == 107);
}
