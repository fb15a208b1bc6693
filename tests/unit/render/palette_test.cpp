#include "render/palette.h"

#include <doctest/doctest.h>

#include "model/built_in.h"

using namespace framewright;

TEST_CASE("the colours that are made of one can be read, in light and dark") {
  CHECK(palette(parse_colour("#ffd400").value()) ==
        ":root{--accent:#ffd400;--link:#8e6b00;--hover:#513800;--band:#735400}\n"
        "@media (prefers-color-scheme:dark){:root{--link:#ffd400;--hover:#ffd400;--band:#503800}}\n");
}

TEST_CASE("the grounds that links are made for are those of the theme") {
  for (const EmbeddedFile& file : built_in_themes()) {
    if (file.path != "civic/style.css") continue;
    CHECK(file.text.find("--panel: " + hex(light_panel)) != std::string_view::npos);
    CHECK(file.text.find("--panel: " + hex(dark_panel)) != std::string_view::npos);
    return;
  }
  FAIL("there is no style sheet");
}
