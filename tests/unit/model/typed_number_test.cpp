#include "model/typed_number.h"

#include <doctest/doctest.h>

using namespace framewright;

TEST_CASE("a number with a dot before words was typed") {
  CHECK(typed_number("3.1 Borough wide") == "3.1");
  CHECK(typed_number("4. Governance") == "4");
  CHECK(typed_number("3.1. Locality") == "3.1");
  CHECK(typed_number("3.1.Locality") == "3.1");
  CHECK(typed_number("10.12.3 x") == "10.12.3");
}

TEST_CASE("what only looks like a number of a heading is none") {
  for (const char* words : {"", "4", "4.", "3.1", "4 boards", "2026 budget", ".5 of all", "Part 3.1 of it", "3.5% more",
                            "3.5m", "£3.1 x", "3a. x", " 3.1 x"})
    CHECK_MESSAGE(typed_number(words) == "", words);
}

TEST_CASE("a number of more than twelve characters is none") {
  CHECK(typed_number("1.2.3.4.5.66 x") == "1.2.3.4.5.66");
  CHECK(typed_number("1.2.3.4.5.666 x") == "");
}

TEST_CASE("a no-break space parts a number from its words as any space does") {
  CHECK(typed_number("3.1\xC2\xA0Locality") == "3.1");
  CHECK(typed_number("3\xC2\xA0"
                     "boards") == "");
}
