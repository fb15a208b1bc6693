#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/blocks.h"
#include "check/inspection.h"
#include "check/wording.h"
#include "model/directive_catalogue.h"

namespace framewright {

namespace {

Diagnostic& report(Span where, std::string message, Diagnostics& diagnostics) {
  return diagnostics.warning("empty-section", where, std::move(message));
}

void check_headings(const Text& text, Diagnostics& diagnostics) {
  const Document& document = text.document;
  const auto next_counted = [&](std::size_t i) {
    while (i < document.nodes.size() && document.nodes[i].kind != NodeKind::heading &&
           !is_content(document.nodes[i].kind))
      i = document.nodes[i].end;
    return i;
  };
  for (std::size_t i = text.first_block; i < document.nodes.size(); i = document.nodes[i].end) {
    const Node& node = document.nodes[i];
    if (node.kind != NodeKind::heading) continue;
    if (node.end == i + 1 && trim(plain_text(document, i)).empty()) {
      report(document.span(node), "this heading has no words", diagnostics).help = "give it words, or take the # out";
      continue;
    }
    const std::size_t next = next_counted(node.end);
    const bool at_end = next >= document.nodes.size();
    if (!at_end && (document.nodes[next].kind != NodeKind::heading || document.nodes[next].level > node.level))
      continue;
    report(document.span(node), "there is nothing under this heading", diagnostics).help =
        "write what it promises, or take the heading out";
  }
}

void check_entries(const Text& text, Diagnostics& diagnostics) {
  for (std::size_t i = 1; i < text.document.nodes.size(); ++i) {
    const Node& node = text.document.nodes[i];
    const bool entry = node.kind == NodeKind::item || node.kind == NodeKind::task_item;
    if (entry && node.end == i + 1)
      report(text.document.span(node), "this entry of a list is empty", diagnostics).help = "write it, or take it out";
  }
}

void check_selections(const Text& text, Diagnostics& diagnostics) {
  for (const Directive& directive : text.directives) {
    const auto is_empty = [](const auto& selection) { return selection.second.empty(); };
    const auto& selections = directive.selections;
    if (directive.options.find("empty") != nullptr || std::none_of(selections.begin(), selections.end(), is_empty))
      continue;
    const DirectiveEntry* entry = find_directive(directive.name);
    const bool takes_words = entry != nullptr && entry->option("empty") != nullptr;
    report(directive.where, "there is no such item, so that nothing is shown here", diagnostics).help =
        takes_words ? "mend what is selected, or say what readers see instead: empty = \"…\""
                    : "mend what is selected, or take it out";
  }
}

void check_pages(const Model& model, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    if (item.draft || !is_empty_page(model, static_cast<ItemId>(i))) continue;
    if (trim(model.files[item.file].text).empty()) continue;  // a page with nothing in it lacks its title first of all
    const bool has_headings =
        item.body != no_text && model.texts[item.body].first_block < model.texts[item.body].document.nodes.size();
    if (has_headings) continue;  // each is reported by itself
    report(place_of(item), "this page has no text", diagnostics).help =
        "write it, or mark it draft = true until it is written";
  }
}

// A title that is there and has no words; one that is missing was reported when it was read.
void check_titles(const Model& model, Diagnostics& diagnostics) {
  for (const Item& item : model.items) {
    if (!item.title_where.known() || !trim(item.title).empty()) continue;
    const TypeDef& type = model.type(item);
    if (item.title.empty() && item.title_text == no_text && !(type.numbered && item.body != no_text)) continue;
    report(item.title_where, "this title has no words", diagnostics).help = "give the " + type.label + " a name";
  }
}

// Each page that leads to an empty one, once.
void check_targets(const Model& model, Diagnostics& diagnostics) {
  std::vector<bool> empty(model.items.size());
  for (std::size_t i = 0; i < empty.size(); ++i) empty[i] = is_empty_page(model, static_cast<ItemId>(i));
  std::map<std::pair<ItemId, ItemId>, bool> reported;
  for (const Text& text : model.texts)
    for (const Target& target : text.targets) {
      if (target.kind != Target::Kind::item || target.item == text.owner || !empty[target.item]) continue;
      if (!reported.try_emplace({text.owner, target.item}, true).second) continue;
      diagnostics
          .warning("link-to-empty", text.document.span(text.document.nodes[target.node]),
                   "the page " + item_words(model, target.item) + " has no text")
          .help = "write that page, or take the link out until it is written";
    }
}

}  // namespace

void check_empty_sections(const Inspection& site, Diagnostics& diagnostics) {
  for (const Text& text : site.model.texts) {
    if (site.model.items[text.owner].draft) continue;  // it is being written
    check_headings(text, diagnostics);
    check_entries(text, diagnostics);
    if (!site.known.anything_unreadable()) check_selections(text, diagnostics);
  }
  check_pages(site.model, diagnostics);
  check_titles(site.model, diagnostics);
  check_targets(site.model, diagnostics);
}

}  // namespace framewright
