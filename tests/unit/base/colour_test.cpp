#include "base/colour.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace framewright;

namespace {

Colour colour(std::string_view text) { return parse_colour(text).value(); }
double rounded(double ratio) { return std::round(ratio * 100) / 100; }

}  // namespace

TEST_CASE("a colour is read from # and six digits of sixteen, and written so") {
  CHECK(hex(colour("#1D4f5c")) == "#1d4f5c");
  for (const char* wrong : {"", "#fff", "1d4f5c", "#1d4f5g", "#1d4f5c0", "red"})
    CHECK_MESSAGE(!parse_colour(wrong).has_value(), wrong);
}

TEST_CASE("contrast is that of WCAG 2.2") {
  CHECK(rounded(contrast(white, colour("#000000"))) == 21);
  CHECK(rounded(contrast(white, white)) == 1);
  CHECK(rounded(contrast(white, colour("#767676"))) == 4.54);
  CHECK(rounded(contrast(white, colour("#777777"))) == 4.48);
  CHECK(rounded(contrast(colour("#ff0000"), white)) == 4);
  CHECK(rounded(contrast(white, colour("#ff0000"))) == 4);
}

TEST_CASE("a colour that can be read stays as it is, and another is moved just far enough") {
  CHECK(readable(colour("#767676"), white, text_contrast, Towards::dark) == colour("#767676"));
  const Colour dark{20, 24, 27};
  for (const char* text : {"#ffd400", "#00ff00", "#ff69b4", "#777777", "#ffffff", "#0000ff", "#000000", "#7fffd4"}) {
    const Colour on_white = readable(colour(text), white, text_contrast, Towards::dark);
    const Colour on_dark = readable(colour(text), dark, enhanced_contrast, Towards::light);
    CHECK_MESSAGE(contrast(on_white, white) >= text_contrast, text);
    CHECK_MESSAGE(contrast(on_dark, dark) >= enhanced_contrast, text);
    if (contrast(colour(text), white) < text_contrast) CHECK_MESSAGE(contrast(on_white, white) < 4.7, text);
  }
}

TEST_CASE("a yellow stays a yellow") {
  const Colour yellow = readable(colour("#ffd400"), white, text_contrast, Towards::dark);
  CHECK(yellow.red > yellow.blue + 60);
  CHECK(yellow.green > yellow.blue + 60);
}
