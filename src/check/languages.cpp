#include <string>

#include "base/text.h"
#include "check/inspection.h"

namespace framewright {

void check_languages(const Inspection& site, Diagnostics& diagnostics) {
  for (const Text& text : site.model.texts) {
    const Document& document = text.document;
    for (const Node& node : document.nodes) {
      if ((node.kind != NodeKind::paragraph && node.kind != NodeKind::language_span) || node.extra_size == 0) continue;
      const std::string_view tag = document.extra(node);
      if (is_language_tag(tag)) continue;
      diagnostics.error("bad-value", document.span(node), "\"" + std::string(tag) + "\" is not the code of a language")
          .help = "a code has two or three letters, such as {lang=cy} for Welsh";
    }
  }
}

}  // namespace framewright
