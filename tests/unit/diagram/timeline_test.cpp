#include "diagram/timeline.h"

#include <doctest/doctest.h>

#include "unit/diagram/drawn.h"

using namespace framewright;

TEST_CASE("moments stand further apart the more days lie between them") {
  const std::vector<Moment> moments{{"1 May", "First", 0},
                                    {"2 May", "Second", 1},
                                    {"1 August", long_name, 92},
                                    {"No date", "Some day", std::nullopt}};
  const Picture picture = timeline_picture(moments);
  CHECK(faults(picture) == "");
  CHECK(picture.labels.size() == 4);
  const int short_time = picture.labels[1].y - picture.labels[0].y,
            long_time = picture.labels[2].y - picture.labels[1].y;
  CHECK(long_time > short_time + 100);
  CHECK(picture.labels[3].words == "No date");
}

TEST_CASE("moments of one day, or out of order, stand in their order") {
  CHECK(faults(timeline_picture(std::vector<Moment>{{"1 May", "A", 5}, {"1 May", "B", 5}, {"1 May", "C", 5}})) == "");
  CHECK(faults(timeline_picture(std::vector<Moment>{{"9 May", "A", 9}, {"1 May", "B", 1}, {"30 May", "C", 30}})) == "");
}

TEST_CASE("no moment, and very many, are no picture") {
  CHECK(timeline_picture({}).empty());
  CHECK(timeline_picture(std::vector<Moment>(most_moments + 1, {"1 May", "A", 5})).empty());
}
