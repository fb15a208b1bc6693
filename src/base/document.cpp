#include "base/document.h"

#include <algorithm>

namespace framewright {

bool is_block(NodeKind kind) { return kind < NodeKind::text; }

std::string plain_text(const Document& document, std::size_t node) {
  std::string out;
  if (node >= document.nodes.size()) return out;
  for (std::size_t i = node; i < document.nodes[node].end; ++i) {
    const Node& n = document.nodes[i];
    switch (n.kind) {
      case NodeKind::text:
      case NodeKind::code: out += document.text(n); break;
      case NodeKind::soft_break:
      case NodeKind::line_break: out += ' '; break;
      case NodeKind::reference:
        if (n.end == i + 1) out += document.text(n);
        break;
      default:
        if (is_block(n.kind) && i != node && !out.empty() && out.back() != ' ') out += ' ';
    }
  }
  return out;
}

std::string_view opening_words(const Document& document, std::size_t node) {
  if (node >= document.nodes.size()) return {};
  for (std::size_t i = node; i < document.nodes[node].end; ++i) {
    const Node& n = document.nodes[i];
    if (n.kind == NodeKind::soft_break || n.kind == NodeKind::line_break) return " ";
    const bool words =
        n.kind == NodeKind::text || n.kind == NodeKind::code || (n.kind == NodeKind::reference && n.end == i + 1);
    if (words && n.text_size > 0) return document.text(n);
  }
  return {};
}

const Origin& directive_body_origin(const Document& document, std::size_t node) {
  static const Origin nowhere;
  const auto& bodies = document.directive_bodies;
  const auto found = std::lower_bound(bodies.begin(), bodies.end(), node,
                                      [](const auto& body, std::size_t wanted) { return body.first < wanted; });
  return found != bodies.end() && found->first == node ? found->second : nowhere;
}

}  // namespace framewright
