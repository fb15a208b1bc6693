#include "base/index_table.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace framewright;

namespace {

// Words by their places; all hashes are as given, so that many words may share one.
struct Words {
  std::vector<std::string> words;
  IndexTable table;

  std::uint32_t add(const std::string& word, std::size_t hash) {
    words.push_back(word);
    return table.add(hash, static_cast<std::uint32_t>(words.size() - 1),
                     [&](std::uint32_t other) { return words[other] == word; });
  }
  std::uint32_t find(const std::string& word, std::size_t hash) const {
    return table.find(hash, [&](std::uint32_t other) { return words[other] == word; });
  }
};

}  // namespace

TEST_CASE("an empty table of indices finds nothing") {
  CHECK(Words().find("one", 1) == IndexTable::none);
  CHECK(Words{{}, IndexTable(100)}.find("one", 1) == IndexTable::none);
}

TEST_CASE("the first of two things of one key is kept") {
  Words words;
  CHECK(words.add("one", 1) == 0);
  CHECK(words.add("two", 2) == 1);
  CHECK(words.add("one", 1) == 0);
  CHECK(words.find("one", 1) == 0);
}

TEST_CASE("keys of one hash are told apart, also when their hashes differ beyond 32 bits alone") {
  Words words;
  CHECK(words.add("one", 7) == 0);
  CHECK(words.add("two", 7) == 1);
  CHECK(words.add("three", 7 + (std::size_t{1} << 32)) == 2);
  CHECK(words.find("two", 7) == 1);
  CHECK(words.find("three", 7 + (std::size_t{1} << 32)) == 2);
  CHECK(words.find("four", 7) == IndexTable::none);
}

TEST_CASE("a table of indices grows beyond what it was made for and keeps all") {
  Words words{{}, IndexTable(10)};
  for (std::size_t i = 0; i < 5000; ++i) REQUIRE(words.add("word " + std::to_string(i), i / 3) == i);
  for (std::size_t i = 0; i < 5000; ++i) REQUIRE(words.find("word " + std::to_string(i), i / 3) == i);
  CHECK(words.find("word 5000", 5000 / 3) == IndexTable::none);
}
