#include "diagram/label.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace framewright;

TEST_CASE("the width of a text is that of its characters, wide ones wider and marks of none") {
  CHECK(text_width("") == 0);
  CHECK(text_width("W") > text_width("i"));
  CHECK(text_width("iiii") == 18);
  CHECK(text_width("漢") == 16);
  CHECK(text_width("e\xCC\x81") == text_width("e"));
}

TEST_CASE("words go into lines as long as they fit") {
  CHECK(join(wrap_label("Children, young people and families", 124, 4), "|") == "Children,|young people|and families");
  CHECK(join(wrap_label("  Plan \n well ", 124, 4), "|") == "Plan well");
  CHECK(wrap_label("", 124, 4).empty());
  for (const std::string& line : wrap_label("Commissioning of services for children", 100, 9))
    CHECK(text_width(line) <= 100);
}

TEST_CASE("a word that is wider than the line is parted between characters") {
  const std::vector<std::string> lines = wrap_label("Donaudampfschifffahrt", 60, 9);
  CHECK(lines.size() == 4);
  CHECK(join(lines, "") == "Donaudampfschifffahrt");
  CHECK(join(wrap_label("ŵŵŵŵ", 24, 9), "|") == "ŵŵ|ŵŵ");
}

TEST_CASE("what needs more lines than there are is left out, and three dots say so") {
  CHECK(join(wrap_label("one two three four", 66, 2), "|") == "one two|three…");
  for (const std::size_t lines : {1UL, 2UL, 3UL}) {
    const std::vector<std::string> cut = wrap_label(std::string(500, 'w'), 124, lines);
    CHECK(cut.size() == lines);
    CHECK(text_width(cut.back()) <= 124);
    CHECK(cut.back().ends_with("…"));
  }
}
