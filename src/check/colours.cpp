#include <fmt/format.h>

#include "check/inspection.h"

namespace framewright {

void check_colours(const Inspection& site, Diagnostics& diagnostics) {
  const Organisation& organisation = site.config.organisation;
  if (!organisation.colour) return;
  const double ratio = contrast(*organisation.colour, white);
  if (ratio >= text_contrast) return;
  Diagnostic& d = diagnostics.warning(
      "low-contrast", organisation.colour_where,
      fmt::format("white words on this colour, or words of it on white, cannot be read by everyone: the contrast is "
                  "{:.1f} to 1, and {:.1f} is needed",
                  ratio, text_contrast));
  d.help = "choose a darker one, such as " + hex(readable(*organisation.colour, white, text_contrast, Towards::dark)) +
           "; the pages use darker and lighter ones made of it";
}

}  // namespace framewright
