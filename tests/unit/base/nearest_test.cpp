#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

using namespace framewright;

namespace {

std::string near(std::string_view word, const std::vector<std::string_view>& candidates) {
  return std::string(nearest(word, candidates).value_or("none"));
}

}  // namespace

TEST_CASE("a letter changed, left out, put in or exchanged with the next is one step") {
  for (const std::string_view written : {"standarf", "standrd", "standaard", "stnadard", "tandard", "standards"})
    CHECK_MESSAGE(near(written, {"strategy", "standard"}) == "standard", written);
}

TEST_CASE("what is further than a third of the word is not near") {
  CHECK(near("sup-100", {"sup-2", "cup-200"}) == "cup-200");  // two of seven
  CHECK(near("sup-100", {"cup-210"}) == "none");              // three of seven
  CHECK(near("sup-1000x", {"cup-2100x"}) == "cup-2100x");     // three of nine
  CHECK(near("S1", {"S2"}) == "S2");
  CHECK(near("S1", {"P2"}) == "none");
  CHECK(near("", {"S"}) == "S");
}

TEST_CASE("the nearest wins, and of two as near the first") {
  CHECK(near("provider", {"provides", "provided", "provider-x"}) == "provides");
  CHECK(near("provider", {"pro", "prvoidre", "provide", "providers"}) == "provide");
}

TEST_CASE("capitals make no distance") { CHECK(near("SUPPLIER", {"suppliers", "Supplier"}) == "Supplier"); }

TEST_CASE("words that begin or end with as many other letters as may differ are found") {
  CHECK(near("abcdefghi", {"xyzabcdefghi"}) == "xyzabcdefghi");
  CHECK(near("abcdefghi", {"abcdefghixyz"}) == "abcdefghixyz");
  CHECK(near("abcdefghi", {"defghi"}) == "defghi");
  CHECK(near("abcdefghi", {"wxyzabcdefghi"}) == "none");
  CHECK(near("abcdefghi", {"efghi"}) == "none");
}

TEST_CASE("to a word of more than 100 bytes nothing is near") {
  const std::string longest(100, 'a'), too_long(101, 'a'), longer(133, 'a');
  CHECK(near(longest, {longer}) == longer);
  CHECK(near(longest, {longer + "a"}) == "none");
  CHECK(near(too_long, {longest}) == "none");
}
