#include "diagram/cycle.h"

#include <doctest/doctest.h>

#include "unit/diagram/drawn.h"

using namespace framewright;

namespace {

std::vector<std::string> stages(std::size_t count, const std::string& name) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back(name + " " + std::to_string(i + 1));
  return all;
}

}  // namespace

TEST_CASE("from 3 to 12 stages, short or long, nothing overlaps and nothing leaves the picture") {
  for (std::size_t count = fewest_stages; count <= most_stages; ++count)
    for (const std::string& name : {std::string("Plan"), std::string("Understand needs"), long_name})
      for (const std::string& centre : {std::string(), std::string("Children, young people and families"), long_name}) {
        const Picture picture = cycle_picture(stages(count, name), centre);
        CAPTURE(count);
        CAPTURE(name);
        CHECK(faults(picture) == "");
        CHECK(picture.boxes.size() == count + (centre.empty() ? 0 : 1));
      }
}

TEST_CASE("each stage has an arrow that leads to it") {
  for (std::size_t count = fewest_stages; count <= most_stages; ++count) {
    const Picture picture = cycle_picture(stages(count, "Plan"), "");
    CHECK(count_of(picture.marks, "M") == count);
    CHECK(count_of(picture.lines, "M") == count);
  }
}

TEST_CASE("stages go clockwise from the top, with the words in the middle") {
  const Picture picture = cycle_picture(stages(4, "Stage"), "Families");
  const auto middle = [&](std::size_t i) {
    return std::pair(picture.boxes[i].at.x + picture.boxes[i].at.width / 2,
                     picture.boxes[i].at.y + picture.boxes[i].at.height / 2);
  };
  CHECK(middle(0).first == 200);
  CHECK(middle(1).first > 200);
  CHECK(middle(2).first == 200);
  CHECK(middle(3).first < 200);
  CHECK(middle(0).second < middle(1).second);
  CHECK(middle(1).second < middle(2).second);
  CHECK(middle(1).second == middle(3).second);
  CHECK(middle(4) == std::pair(200, middle(1).second));
  CHECK(picture.boxes[4].subject == 4);
  CHECK(!picture.boxes[4].outlined);
}

TEST_CASE("fewer than three stages, and more than twelve, are not drawn") {
  for (const std::size_t count : {0UL, 1UL, 2UL, 13UL, 200UL})
    CHECK(cycle_picture(stages(count, "Plan"), "Families").empty());
}
