#include "diagram/tree.h"

#include <doctest/doctest.h>

#include "unit/diagram/drawn.h"

using namespace framewright;

TEST_CASE("what hangs from another stands further in, with a line from it, and roots have none") {
  const std::vector<TreeEntry> entries{
      {"Executive", 0}, {"Joint board", 1}, {"Panel", 2}, {long_name, 1}, {"Forum", 0}};
  const Picture picture = tree_picture(entries);
  CHECK(faults(picture) == "");
  CHECK(picture.boxes[0].at.x == picture.boxes[4].at.x);
  CHECK(picture.boxes[0].at.x < picture.boxes[1].at.x);
  CHECK(picture.boxes[1].at.x < picture.boxes[2].at.x);
  CHECK(picture.boxes[1].at.x == picture.boxes[3].at.x);
  CHECK(count_of(picture.lines, "M") == 3);
}

TEST_CASE("a branch that is deeper than the picture is wide has room for its words") {
  std::vector<TreeEntry> entries;
  for (std::size_t depth = 0; depth < 40; ++depth) entries.push_back({long_name, depth});
  const Picture picture = tree_picture(entries);
  CHECK(faults(picture) == "");
  CHECK(picture.boxes.back().at.width > 150);
}

TEST_CASE("a tree of nothing, and one of very many, are no pictures") {
  CHECK(tree_picture({}).empty());
  CHECK(tree_picture(std::vector<TreeEntry>(most_branches + 1, {"Board", 0})).empty());
}
