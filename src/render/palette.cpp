#include "render/palette.h"

namespace framewright {

namespace {

// White words stand on a band. On a dark page a bright one would glare.
constexpr double band_contrast = enhanced_contrast, dark_band_contrast = 11;
constexpr double hover_contrast = 10;

}  // namespace

std::string palette(Colour accent) {
  const std::string link = hex(readable(accent, light_panel, text_contrast, Towards::dark));
  const std::string hover = hex(readable(accent, light_panel, hover_contrast, Towards::dark));
  const std::string band = hex(readable(accent, white, band_contrast, Towards::dark));
  const std::string dark_link = hex(readable(accent, dark_panel, enhanced_contrast, Towards::light));
  const std::string dark_hover = hex(readable(accent, dark_panel, hover_contrast, Towards::light));
  const std::string dark_band = hex(readable(accent, white, dark_band_contrast, Towards::dark));
  return ":root{--accent:" + hex(accent) + ";--link:" + link + ";--hover:" + hover + ";--band:" + band +
         "}\n@media (prefers-color-scheme:dark){:root{--link:" + dark_link + ";--hover:" + dark_hover +
         ";--band:" + dark_band + "}}\n";
}

}  // namespace framewright
