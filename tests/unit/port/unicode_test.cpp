#include "port/unicode.h"

#include <doctest/doctest.h>

using namespace framewright;

TEST_CASE("names that people take for one fold to one form") {
  CHECK(fold_case("Children’s   Trust Board") == fold_case("CHILDREN'S Trust\u00A0board "));
  CHECK(fold_case("“Think Family”") == "\"think family\"");
  CHECK(fold_case("multi–agency") == fold_case("Multi‑Agency"));
  CHECK(fold_case("Multi-agency") == "multi-agency");
  CHECK(fold_case("STRASSE") == fold_case("straße"));
  CHECK(fold_case("ﬁnance") == "finance");
  CHECK(fold_case("Cafe\u0301") == fold_case("CAFÉ"));
  CHECK(fold_case("soft\u00ADhyphen") == "softhyphen");
  CHECK(fold_case(" \t\n ") == "");
  CHECK(fold_case("") == "");
}

TEST_CASE("different names stay different") {
  CHECK(fold_case("needs") != fold_case("need"));
  CHECK(fold_case("cafe") != fold_case("café"));
}

TEST_CASE("lower case leaves length and other characters alone") {
  CHECK(to_lower("ÀÉÎ Straße ABC") == "àéî straße abc");
  CHECK(to_lower("ABC-1") == "abc-1");
}

TEST_CASE("headings get the anchors that the git hosts give them") {
  CHECK(heading_slug("The Commissioning Cycle") == "the-commissioning-cycle");
  CHECK(heading_slug("What's next? (2027/28)") == "whats-next-202728");
  CHECK(heading_slug("Needs & priorities") == "needs--priorities");
  CHECK(heading_slug("Children’s services – an overview") == "childrens-services--an-overview");
  CHECK(heading_slug("Été_2027") == "été_2027");
  CHECK(heading_slug("£5") == "5");
  CHECK(heading_slug("???") == "");
}

TEST_CASE("characters are told by their Unicode category") {
  CHECK(is_letter(U'é'));
  CHECK(is_letter(U'字'));
  CHECK_FALSE(is_letter(U'5'));
  CHECK(is_upper(U'É'));
  CHECK_FALSE(is_upper(U'é'));
  CHECK(is_digit_character(U'٣'));
  CHECK(is_alphanumeric(U'½'));
  CHECK(is_mark(U'\u0301'));
  CHECK_FALSE(is_mark(U'e'));
  for (const char32_t c : {U' ', U'-', U'’', U'£', U'\u00A0'}) CHECK_FALSE(is_word_character(c));
  CHECK(is_word_character(U'_'));
}

TEST_CASE("a place is inside a word only between two of its characters") {
  const std::string text = "né à x";
  CHECK_FALSE(is_inside_word(text, 0));
  CHECK(is_inside_word(text, 1));
  CHECK_FALSE(is_inside_word(text, 3));
  CHECK_FALSE(is_inside_word(text, text.size()));
  CHECK(is_inside_word("日本", 3));
}

TEST_CASE("every code point is encoded and decoded to itself") {
  bool same = true;
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_code_point(text, c);
    std::size_t at = 0;
    same = same && decode_code_point(text, at) == c && at == text.size();
  }
  CHECK(same);
}

TEST_CASE("malformed bytes read as the replacement character and end the work in time") {
  const std::string text = "a\xE2\x82z\xff";
  std::u32string decoded;
  for (std::size_t at = 0; at < text.size();) decoded += decode_code_point(text, at);
  CHECK(decoded == U"a\uFFFD\uFFFDz\uFFFD");
  std::string surrogate;
  append_code_point(surrogate, 0xD800);
  CHECK(surrogate == "\uFFFD");
  CHECK(fold_case("A\xff") == "a\uFFFD");
}
