#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"
#include "check/inspection.h"
#include "check/wording.h"
#include "port/unicode.h"

namespace framewright {

namespace {

// Words that say nothing of what is at the other end, for those who go through a page from link to link.
constexpr std::array<std::string_view, 14> vague{
    "here",          "click here", "click", "see here", "read more",        "more",           "see more", "learn more",
    "find out more", "this link",  "link",  "this",     "follow this link", "click this link"};

bool is_vague(std::string_view folded) {
  while (!folded.empty() && std::string_view(".,:;!…>").find(folded.back()) != std::string_view::npos)
    folded.remove_suffix(1);
  return std::find(vague.begin(), vague.end(), trim(folded)) != vague.end();
}

bool holds_image(const Document& document, std::size_t link) {
  for (std::size_t i = link; i < document.nodes[link].end; ++i)
    if (document.nodes[i].kind == NodeKind::image) return true;
  return false;
}

std::string help_for(const Model& model, const Text& text, std::size_t node) {
  const Target* target = text.target(node);
  const bool known = target != nullptr && target->kind == Target::Kind::item;
  return "let the words name what is at the other end" +
         (known ? ", such as [" + model.name(target->item) + "](…)" : "");
}

void check_link(const Model& model, const Text& text, std::size_t node, Diagnostics& diagnostics) {
  const Document& document = text.document;
  const Span where = document.span(document.nodes[node]);
  const std::string words = plain_text(document, node);
  const std::string folded = fold_case(words);
  if (folded.empty()) {
    if (!holds_image(document, node))
      diagnostics.warning("vague-link-text", where, "this link has no words").help = help_for(model, text, node);
    return;
  }
  const Target* target = text.target(node);
  const bool is_name =
      target != nullptr && target->kind == Target::Kind::item && fold_case(model.name(target->item)) == folded;
  if (!is_vague(folded) || is_name) return;
  diagnostics.warning("vague-link-text", where, quoted(words) + " does not say where the link leads").help =
      help_for(model, text, node);
}

}  // namespace

void check_link_words(const Inspection& site, Diagnostics& diagnostics) {
  for (const Text& text : site.model.texts)
    for (std::size_t i = 1; i < text.document.nodes.size(); ++i) {
      const Node& node = text.document.nodes[i];
      if (node.kind == NodeKind::link || (node.kind == NodeKind::reference && node.end > i + 1))
        check_link(site.model, text, i, diagnostics);
      if (node.kind == NodeKind::image && trim(plain_text(text.document, i)).empty())
        diagnostics
            .warning("missing-alt-text", text.document.span(node),
                     "this picture has no words for those who cannot see it")
            .help =
            "say what it shows between the square brackets: ![…](" + std::string(text.document.text(node)) + ")";
    }
}

}  // namespace framewright
