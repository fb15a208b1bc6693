#include "load/numbering.h"

#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "model/heading_ids.h"
#include "model/typed_number.h"
#include "port/unicode.h"

namespace framewright {

namespace {

constexpr std::size_t words_in_anchor = 6;

bool says(const Model& model, const Item& item, std::string_view field, std::string_view value) {
  const std::string* said = text_field(item, model.type(item), field);
  return said != nullptr && *said == value;
}

// A paragraph of prose: not an image alone, and not left out by {-}.
bool takes_number(const Document& document, std::size_t node) {
  const Node& paragraph = document.nodes[node];
  if (paragraph.kind != NodeKind::paragraph || paragraph.level == 1) return false;
  const std::size_t first = node + 1;
  return !(first < paragraph.end && document.nodes[first].kind == NodeKind::image &&
           document.nodes[first].end == paragraph.end);
}

std::string first_words(const Document& document, std::size_t node) {
  const std::string text = plain_text(document, node);
  std::string_view rest = text;
  std::string words;
  for (std::size_t count = 0; count < words_in_anchor && !rest.empty();) {
    const std::string_view word = next_field(rest, ' ');
    if (heading_slug(word).find_first_not_of('-') == std::string::npos) continue;
    words.append(words.empty() ? "" : " ").append(word);
    ++count;
  }
  return heading_slug(words);
}

void report_typed(const Text& text, std::size_t node, Diagnostics& diagnostics) {
  const std::string typed = typed_number(plain_text(text.document, node));
  if (typed.empty()) return;
  diagnostics
      .warning("numbering-gap", text.document.span(text.document.nodes[node]),
               "this heading has the number " + typed + " typed, and is numbered by itself as well")
      .help = "take the typed number out";
}

// Returns the next free number.
std::uint32_t number_paragraphs(Model& model, ItemId page, std::uint32_t next) {
  if (model.items[page].body == no_text) return next;
  Text& text = model.texts[model.items[page].body];
  std::unordered_set<std::string> taken;
  std::unordered_map<std::string, int> repeats;
  for (const auto& [node, id] : text.heading_ids) taken.insert(id);
  for (std::size_t i = text.first_block; i < text.document.nodes.size(); i = text.document.nodes[i].end) {
    if (!takes_number(text.document, i)) continue;
    const std::string words = "p-" + first_words(text.document, i);
    std::string anchor = words;
    while (!taken.insert(anchor).second) anchor = words + "-" + std::to_string(++repeats[words]);
    text.paragraphs.push_back({static_cast<std::uint32_t>(i), next, anchor});
    model.paragraphs.push_back({next, page, anchor});
    ++next;
  }
  return next;
}

}  // namespace

void number_headings(Text& text, const std::string& chapter, Diagnostics& diagnostics) {
  std::array<unsigned, 7> counts{};
  for (std::uint32_t i = 1; i < text.document.nodes.size(); ++i) {
    const Node& node = text.document.nodes[i];
    if (node.kind != NodeKind::heading || i < text.first_block || node.level < 2) continue;
    ++counts[node.level];
    for (std::size_t deeper = node.level + 1u; deeper < counts.size(); ++deeper) counts[deeper] = 0;
    std::string number = chapter;
    for (std::size_t level = 2; level <= node.level; ++level)
      number += (number.empty() ? "" : ".") + std::to_string(counts[level]);
    text.heading_numbers.push_back({i, number});
    report_typed(text, i, diagnostics);
  }
}

void number_texts(Model& model, Diagnostics& diagnostics) {
  for (Text& text : model.texts) text.heading_ids = heading_ids(text.document);
  std::map<ItemId, std::uint32_t> next_paragraph, next_chapter;  // by framework
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    Item& item = model.items[i];
    const auto id = static_cast<ItemId>(i);
    if (item.body == no_text || item.form == ItemForm::nested) continue;
    const bool in_framework = item.framework != no_item;
    const Item& whole = in_framework ? model.items[item.framework] : item;
    const bool chapter = in_framework && item.framework != id;
    const bool headings =
        says(model, item, "headings", "numbered") ||
        (chapter && says(model, whole, "headings", "numbered") && !says(model, item, "headings", "none"));
    if (headings && (!in_framework || chapter)) {
      item.numbered_headings = true;
      if (chapter) item.number = std::to_string(++next_chapter[item.framework]);
      number_headings(model.texts[item.body], item.number, diagnostics);
    }
    const bool running = in_framework && says(model, whole, "paragraphs", "numbered");
    if (running && !says(model, item, "paragraphs", "none")) {
      item.numbered_paragraphs = true;
      std::uint32_t& next = next_paragraph.try_emplace(item.framework, 1).first->second;
      next = number_paragraphs(model, id, next);
    } else if (says(model, item, "paragraphs", "numbered")) {
      item.numbered_paragraphs = true;
      number_paragraphs(model, id, 1);
    }
  }
}

}  // namespace framewright
