#include "search/words.h"

#include <doctest/doctest.h>

#include <sstream>

#include "support/workplace.h"

using namespace framewright;

namespace {

std::string words_in(std::string_view text) {
  std::string out;
  for (std::string_view word = next_word(text); !word.empty(); word = next_word(text))
    out += (out.empty() ? "" : "|") + std::string(word);
  return out;
}

}  // namespace

TEST_CASE("each word of the list is found by its term") {
  std::istringstream lines(read_file(std::filesystem::path(FRAMEWRIGHT_TESTS_DIR) / "unit/search/words.txt"));
  std::size_t read = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream parts(line);
    std::string word, term;
    parts >> word >> term;
    CAPTURE(word);
    CHECK(term_of(word, true) == (term == "-" ? "" : term));
    ++read;
  }
  CHECK(read > 30);
}

TEST_CASE("in another language words are folded and no more") {
  CHECK(term_of("Cyrsiau", false) == "cyrsiau");
  CHECK(term_of("Plans", false) == "plans");
  CHECK(term_of("The", false) == "the");
  CHECK(term_of("tŷ", false) == "ty");
}

TEST_CASE("a text parts into words at all that is no letter, number or mark") {
  CHECK(words_in("Co-production: 'what works', (C-0018)") == "Co|production|what|works|C|0018");
  CHECK(words_in("the council’s plan, don't; parents'") == "the|council’s|plan|don't|parents");
  CHECK(words_in("caf\u00e9 cafe\u0301 中文 — x_y") == "caf\u00e9|cafe\u0301|中文|x|y");
  CHECK(words_in(" .,; ").empty());
}

TEST_CASE("a word that is too long is not looked for") {
  CHECK(term_of(std::string(40, 'x'), true).size() == 40);
  CHECK(term_of(std::string(41, 'x'), true).empty());
}

TEST_CASE("languages whose words are put in the singular are the kinds of English") {
  CHECK(is_english("en"));
  CHECK(is_english("en-GB"));
  CHECK_FALSE(is_english("cy"));
  CHECK_FALSE(is_english("enm"));
}
