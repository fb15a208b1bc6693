#include "model/heading_ids.h"

#include <unordered_map>
#include <unordered_set>

#include "port/unicode.h"

namespace framewright {

std::vector<HeadingId> heading_ids(const Document& document) {
  std::vector<HeadingId> ids;
  std::unordered_set<std::string> taken;
  for (std::size_t i = 0; i < document.nodes.size(); ++i) {
    const Node& node = document.nodes[i];
    if (node.kind != NodeKind::heading) continue;
    ids.push_back({static_cast<std::uint32_t>(i), std::string(document.extra(node))});
    if (node.extra_size > 0) taken.insert(ids.back().id);
  }
  std::unordered_map<std::string, std::uint32_t> repeats;
  for (HeadingId& heading : ids) {
    if (!heading.id.empty()) continue;
    std::string slug = heading_slug(plain_text(document, heading.node));
    if (slug.empty()) slug = "section";
    heading.id = slug;
    while (!taken.insert(heading.id).second) heading.id = slug + "-" + std::to_string(++repeats[slug]);
  }
  return ids;
}

}  // namespace framewright
