#include "port/regular_expression.h"

#include <doctest/doctest.h>

#include <string>

using namespace framewright;

TEST_CASE("a regular expression matches the whole text or not at all") {
  const auto code = RegularExpression::compile("C-[0-9]{4}");
  REQUIRE(code);
  CHECK(code->written() == "C-[0-9]{4}");
  CHECK(code->matches_whole("C-0042"));
  CHECK(!code->matches_whole("C-00421"));
  CHECK(!code->matches_whole(" C-0042"));
  CHECK(!code->matches_whole(""));
  CHECK(RegularExpression::compile("S1|S12")->matches_whole("S12"));
}

TEST_CASE("a regular expression takes a letter of any script as one character") {
  CHECK(RegularExpression::compile(".")->matches_whole("é"));
  CHECK(RegularExpression::compile("\\p{L}+")->matches_whole("Ŵyl"));
}

TEST_CASE("what is no regular expression compiles to nothing") {
  for (const char* wrong : {"[", "(", "a**", "(a)\\1", "(?=a)a", "\\", "\xff"}) {
    CAPTURE(wrong);
    CHECK(!RegularExpression::compile(wrong));
  }
}

TEST_CASE("a regular expression that compiles to more than the bound is refused, however short it is written") {
  CHECK(!RegularExpression::compile("((a{100}){100}){100}"));
}

TEST_CASE("an expression that could match in many ways takes no longer for it") {
  const auto greedy = RegularExpression::compile("(a*)*(a|aa)+b");
  REQUIRE(greedy);
  CHECK(!greedy->matches_whole(std::string(1000000, 'a')));
}

TEST_CASE("brackets nested however deep are read") {
  const auto nested = RegularExpression::compile(std::string(100000, '(') + "a" + std::string(100000, ')'));
  REQUIRE(nested);
  CHECK(nested->matches_whole("a"));
}
