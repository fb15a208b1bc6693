#include "cli/text_layout.h"

#include <doctest/doctest.h>

using namespace framewright;

TEST_CASE("columns are aligned by code points, and the last is not padded") {
  CHECK(aligned({{"a", "é", "x"}, {"ab", "ett", "y"}}) ==
        "a   é    x\n"
        "ab  ett  y\n");
}

TEST_CASE("empty cells at the end of a row leave no spaces behind") {
  CHECK(aligned({{"a", "", ""}, {"ab", "c", "d"}, {"", "", ""}}, {.indent = 2}) ==
        "  a\n"
        "  ab  c  d\n"
        "\n");
}

TEST_CASE("a last column is wrapped under itself at 80 columns") {
  const std::string words = "the quick brown fox jumps over the lazy dog and then goes home again";
  CHECK(aligned({{"name", words}, {"a-longer-name", "short"}}, {.indent = 2, .wrap = true}) ==
        "  name           the quick brown fox jumps over the lazy dog and then goes home\n"
        "                 again\n"
        "  a-longer-name  short\n");
}

TEST_CASE("a last column with too little room is left in one line") {
  const std::string name(60, 'n');
  const std::string words(40, 'w');
  CHECK(aligned({{name, words + " " + words}}, {.wrap = true}) == name + "  " + words + " " + words + "\n");
}

TEST_CASE("words are wrapped at the width, and one that is too long stands alone") {
  CHECK(wrapped("aa bb  cc", 2, 0, 7) == "  aa bb\n  cc\n");
  CHECK(wrapped("aa bbbbbbbbbb cc", 0, 0, 5) == "aa\nbbbbbbbbbb\ncc\n");
  CHECK(wrapped("ééé ééé", 0, 0, 7) == "ééé ééé\n");
}

TEST_CASE("lines are indented and empty ones stay empty") { CHECK(indented("a\n\nb", 4) == "    a\n\n    b\n"); }
