#include "diagram/chain.h"

#include <doctest/doctest.h>

#include "unit/diagram/drawn.h"

using namespace framewright;

TEST_CASE("steps stand under one another, and what the chain is looked at from stands out") {
  const std::vector<ChainStep> steps{
      {"Needs", {"Sleep", long_name}, false}, {"Strategy", {"Family help"}, true}, {"Services", {"Helpline"}, false}};
  const Picture picture = chain_picture(steps);
  CHECK(faults(picture) == "");
  CHECK(picture.boxes.size() == 4);
  CHECK(!picture.boxes[1].chosen);
  CHECK(picture.boxes[2].chosen);
  CHECK(picture.boxes[3].subject == 3);
  CHECK(words_of(picture.boxes[3]) == "Helpline");
}

TEST_CASE("of many names the first six are drawn, and how many more there are") {
  const std::vector<ChainStep> steps{{"Contracts", std::vector<std::string>(9, "Cleaning"), false},
                                     {"Suppliers", {"Acme"}, false}};
  const Picture picture = chain_picture(steps);
  CHECK(faults(picture) == "");
  CHECK(picture.boxes.size() == 7);
  CHECK(picture.labels[1].words == "+ 3");
  CHECK(picture.boxes.back().subject == 9);
}

TEST_CASE("a chain without steps is no picture") { CHECK(chain_picture({}).empty()); }
