#include <string>
#include <string_view>
#include <unordered_map>

#include "check/inspection.h"

namespace framewright {

void check_heading_anchors(const Inspection& site, Diagnostics& diagnostics) {
  for (const Text& text : site.model.texts) {
    const Document& document = text.document;
    std::unordered_map<std::string_view, Span> given;
    for (const Node& node : document.nodes) {
      if (node.kind != NodeKind::heading || node.extra_size == 0) continue;
      const std::string_view id = document.extra(node);
      const auto [first, fresh] = given.try_emplace(id, document.span(node));
      if (fresh) continue;
      Diagnostic& d = diagnostics.error("duplicate-id", document.span(node),
                                        "two headings have the id \"" + std::string(id) + "\"");
      d.notes.push_back({first->second, "it stands here first"});
      d.help = "give one of them another id";
    }
  }
}

}  // namespace framewright
