#include "base/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

using namespace framewright;

namespace {

std::optional<std::string_view> nearest_of(std::string_view word, std::vector<std::string_view> candidates) {
  return nearest(word, candidates);
}

}  // namespace

TEST_CASE("white space is taken off both ends and nowhere else") {
  CHECK(trim(" \t\r\n\v\fa b\n ") == "a b");
  CHECK(trim(" \n ").empty());
  CHECK(trim("").empty());
  CHECK(trim("\xC2\xA0x") == "\xC2\xA0x");
}

TEST_CASE("only the letters of ASCII become small") { CHECK(ascii_lower("AZ[@`É1") == "az[@`É1"); }

TEST_CASE("fields are taken one by one, empty ones too") {
  std::string_view rest = "a||b|";
  CHECK(next_field(rest, '|') == "a");
  CHECK(next_field(rest, '|') == "");
  CHECK(next_field(rest, '|') == "b");
  CHECK(rest.empty());
  CHECK(next_field(rest, '|') == "");
}

TEST_CASE("characters are counted, not bytes") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("a£€😀") == 4);
  CHECK(count_code_points("e\xCC\x81") == 2);
}

TEST_CASE("well-formed UTF-8 has no bad place") {
  for (const char* text : {"", "plain", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    CHECK_MESSAGE(!first_invalid_utf8(text), text);
}

TEST_CASE("the first byte of what is not UTF-8 is found") {
  for (const char* bad :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2x", "\xE0\x9F\xBF", "\xE2\x82", "\xE2\x82x",
        "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xFE"}) {
    CAPTURE(bad);
    CHECK(first_invalid_utf8(bad) == 0u);
    CHECK(first_invalid_utf8("a£" + std::string(bad)) == 3u);
    CHECK(first_invalid_utf8(std::string(bad) + "a") == 0u);
  }
}

TEST_CASE("the nearest name is within a third of the word's length, and at least one letter away") {
  CHECK(nearest_of("ab", {"ax"}) == "ax");
  CHECK(!nearest_of("ab", {"xy"}));
  CHECK(nearest_of("abcde", {"abcdx"}) == "abcdx");
  CHECK(!nearest_of("abcde", {"abcxy"}));
  CHECK(nearest_of("abcdef", {"abcdxy"}) == "abcdxy");
  CHECK(!nearest_of("abcdef", {"abcxyz"}));
  CHECK(!nearest_of("abcdef", {"abc"}));
  CHECK(nearest_of("abcdef", {"abcd"}) == "abcd");
  CHECK(!nearest_of("word", {}));
}

TEST_CASE("two letters that changed places count as one slip, a letter left out or put in as another") {
  CHECK(nearest_of("tiel", {"tile"}) == "tile");
  CHECK(nearest_of("onwer", {"owner"}) == "owner");
  CHECK(nearest_of("ab", {"ba"}) == "ba");
  CHECK(nearest_of("satus", {"status"}) == "status");
  CHECK(nearest_of("sttatus", {"status"}) == "status");
}

TEST_CASE("the nearest of several names wins, the first of equals, whatever their capitals") {
  CHECK(nearest_of("standards", {"standing", "standard"}) == "standard");
  CHECK(nearest_of("boar", {"boat", "board"}) == "boat");
  CHECK(nearest_of("boar", {"board", "boat"}) == "board");
  CHECK(nearest_of("OWNER", {"Owners", "Owner"}) == "Owner");
}

TEST_CASE("a word of more than a hundred bytes has no nearest name") {
  const std::string longest(100, 'a'), longer(101, 'a');
  CHECK(nearest_of(longest, {longest}) == longest);
  CHECK(!nearest_of(longer, {longer}));
}

TEST_CASE("words are joined as in a sentence") {
  CHECK(join_words({}) == "");
  CHECK(join_words(std::vector<std::string>{"a"}) == "a");
  CHECK(join_words(std::vector<std::string>{"a", "b"}) == "a and b");
  CHECK(join_words(std::vector<std::string>{"a", "b", "c"}, "or") == "a, b or c");
  CHECK(join(std::vector<std::string>{"a", "", "c"}, "; ") == "a; ; c");
  CHECK(join({}, "; ") == "");
}

TEST_CASE("numbers are written for people") {
  CHECK(counted(0, "page", "pages") == "0 pages");
  CHECK(counted(1, "page", "pages") == "1 page");
  CHECK(counted(1000, "page", "pages") == "1,000 pages");
  CHECK(with_thousands(0) == "0");
  CHECK(with_thousands(999) == "999");
  CHECK(with_thousands(-999) == "-999");
  CHECK(with_thousands(1000) == "1,000");
  CHECK(with_thousands(-1234567) == "-1,234,567");
  CHECK(with_thousands(std::numeric_limits<long long>::min()) == "-9,223,372,036,854,775,808");
}

TEST_CASE("a noun has the article of its first letter") {
  CHECK(with_article("standard") == "a standard");
  CHECK(with_article("Outcome") == "an Outcome");
}

TEST_CASE("numbers within names are compared as numbers") {
  std::vector<std::string> names{"P10", "P2", "P1.10", "P1.9", "P", "P1", "Q1", "10", "9", "p1", "P1a"};
  std::sort(names.begin(), names.end(), natural_less);
  CHECK(names == std::vector<std::string>{"9", "10", "P", "P1", "P1.9", "P1.10", "P1a", "P2", "P10", "Q1", "p1"});
}

TEST_CASE("numbers are compared however long they are, and noughts before one do not count") {
  const std::string nines(30, '9');
  CHECK(natural_less("a" + nines, "a1" + std::string(30, '0')));
  CHECK(!natural_less("a1" + std::string(30, '0'), "a" + nines));
  CHECK(natural_less("a007", "a8"));
  CHECK(!natural_less("a02", "a2"));
  CHECK(!natural_less("a2", "a02"));
  CHECK(natural_less("a02b", "a2c"));
  CHECK(!natural_less("a0", "a"));
  CHECK(natural_less("a", "a0"));
  CHECK(!natural_less("a", "a"));
  CHECK(natural_less("z", "é"));
}
