#include "model/heading_ids.h"

#include <unordered_map>
#include <unordered_set>

#include "port/unicode.h"

namespace framewright {

std::vector<std::pair<std::uint32_t, std::string>> heading_ids(const Document& document) {
  std::vector<std::pair<std::uint32_t, std::string>> ids;
  std::unordered_set<std::string> taken;
  for (std::size_t i = 0; i < document.nodes.size(); ++i) {
    const Node& node = document.nodes[i];
    if (node.kind != NodeKind::heading) continue;
    ids.emplace_back(static_cast<std::uint32_t>(i), document.extra(node));
    if (node.extra_size > 0) taken.insert(ids.back().second);
  }
  std::unordered_map<std::string, std::uint32_t> repeats;
  for (auto& [node, id] : ids) {
    if (!id.empty()) continue;
    std::string slug = heading_slug(plain_text(document, node));
    if (slug.empty()) slug = "section";
    id = slug;
    while (!taken.insert(id).second) id = slug + "-" + std::to_string(++repeats[slug]);
  }
  return ids;
}

}  // namespace framewright
