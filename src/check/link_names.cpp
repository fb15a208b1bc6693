#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/inspection.h"
#include "check/wording.h"
#include "model/typed_number.h"
#include "port/unicode.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, 7> parts_of_books{"appendix", "annex",   "annexe",  "chapter",
                                                         "part",     "section", "schedule"};

std::string without_number(std::string_view words) {
  std::string_view rest = words.substr(typed_number(words).size());
  while (!rest.empty() && (rest.front() == '.' || is_space(rest.front()))) rest.remove_prefix(1);
  return std::string(rest);
}

// "appendix 3" of "Appendix 3", "Appendix 3: Governance" or "Appendix 3 - Governance"; folded, empty without one.
std::string book_label(std::string_view folded) {
  std::string_view rest = folded;
  const std::string_view part = next_field(rest, ' ');
  if (std::find(parts_of_books.begin(), parts_of_books.end(), part) == parts_of_books.end()) return {};
  std::size_t end = 0;
  while (end < rest.size() && (is_digit(rest[end]) || is_ascii_letter(rest[end]))) ++end;
  const bool is_number = end > 0 && (is_digit(rest[0]) || end == 1);
  const std::string_view after = rest.substr(end);
  const bool ends = after.empty() || after[0] == ':' || after.starts_with(" - ") || after.starts_with(". ");
  return is_number && ends ? std::string(folded.substr(0, part.size() + 1 + end)) : std::string();
}

// What items are called where a link may name them.
class Names {
public:
  explicit Names(const Model& model);
  // Items of this name other than those that share the target's page; no_item when there is none, or when the target
  // may be called so.
  ItemId other_than(ItemId target, std::string_view words) const;

private:
  struct Name {
    ItemId item;
    bool exact;  // a single common word: counts only as it is written
  };
  void add(std::string_view name, ItemId item);

  const Model& model_;
  std::unordered_map<std::string, std::vector<Name>> names_;  // folded
};

Names::Names(const Model& model) : model_(model) {
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    const TypeDef& type = model.type(item);
    const auto id = static_cast<ItemId>(i);
    if (item.parent != no_item || type.glossary) continue;  // a term is a word of the language
    add(item.title, id);
    add(without_number(item.title), id);
    add(book_label(fold_case(item.title)), id);
    if (!type.numbered || item.number.empty()) continue;
    add(model.reads(id), id);
    add(type.label + " " + item.number, id);
    add(item.id, id);
  }
}

void Names::add(std::string_view name, ItemId item) {
  if (trim(name).empty()) return;
  std::vector<Name>& same = names_[fold_case(name)];
  const bool one_word = name.find(' ') == std::string_view::npos && model_.items[item].id != name;
  if (same.empty() || same.back().item != item) same.push_back({item, one_word});
}

ItemId Names::other_than(ItemId target, std::string_view words) const {
  const auto found = names_.find(fold_case(words));
  if (found == names_.end()) return no_item;
  ItemId other = no_item;
  for (const Name& name : found->second) {
    if (name.item == target || model_.items[name.item].address == model_.items[target].address) return no_item;
    const bool as_written = !name.exact || model_.items[name.item].title == words;
    if (other == no_item && as_written) other = name.item;
  }
  return other;
}

// Whether folded words stand in a longer name as a whole: "appendix 1" in "appendix 1: members", not in "appendix 10".
bool stands_in(std::string_view words, std::string_view name) {
  for (std::size_t at = name.find(words); at != std::string_view::npos; at = name.find(words, at + 1))
    if (!is_inside_word(name, at) && !is_inside_word(name, at + words.size())) return true;
  return false;
}

bool has_name(const Model& model, ItemId target, std::string_view folded) {
  const Item& item = model.items[target];
  const TypeDef& type = model.type(item);
  std::vector<std::string> names = text_list_field(item, type, "also");
  names.push_back(item.title);
  names.push_back(model.reads(target));
  if (const std::string* abbreviation = text_field(item, type, "abbreviation")) names.push_back(*abbreviation);
  if (item.body != no_text) {
    const Document& document = model.texts[item.body].document;
    for (std::size_t i = 1; i < document.nodes.size(); i = document.nodes[i].end)
      if (document.nodes[i].kind == NodeKind::heading) names.push_back(plain_text(document, i));
  }
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return stands_in(folded, fold_case(name)); });
}

// Whether the target's page speaks of the item, so that its name is a fair name for the link.
bool speaks_of(const Model& model, ItemId target, ItemId other) {
  const auto mentions = model.mentions_of(other);
  const auto links = model.links_from(target);
  const auto back = model.links_to(target);
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](auto index) { return model.mentions[index].from == target; }) ||
         std::any_of(links.begin(), links.end(), [&](const Link& link) { return link.to == other; }) ||
         std::any_of(back.begin(), back.end(), [&](auto index) { return model.links[index].from == other; });
}

// The item that the words of a link name when it is not the one that the link leads to; no_item when all is well.
ItemId wrongly_named(const Model& model, const Names& names, ItemId target, const std::string& words) {
  const ItemId other = names.other_than(target, words);
  if (other == no_item) return no_item;
  const std::string folded = fold_case(words);
  if (has_name(model, target, folded) || has_name(model, target, fold_case(without_number(words)))) return no_item;
  const bool is_label = !book_label(folded).empty() || model.type(model.items[other]).numbered;
  return !is_label && speaks_of(model, target, other) ? no_item : other;
}

class LinkNames {
public:
  LinkNames(const Model& model, Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {}
  void check(const Text& text, const Target& target);

private:
  const Model& model_;
  std::optional<Names> names_;  // made for the first link that has words
  Diagnostics& diagnostics_;
  std::map<std::pair<ItemId, std::string>, ItemId> known_;  // target and words
};

void LinkNames::check(const Text& text, const Target& target) {
  const Node& node = text.document.nodes[target.node];
  const bool has_words =
      node.kind == NodeKind::link || (node.kind == NodeKind::reference && node.end > target.node + 1);
  if (target.kind != Target::Kind::item || !has_words) return;
  const std::string words(trim(plain_text(text.document, target.node)));
  if (words.empty()) return;
  const auto [known, fresh] = known_.try_emplace({target.item, words}, no_item);
  if (fresh) {
    if (!names_) names_.emplace(model_);
    known->second = wrongly_named(model_, *names_, target.item, words);
  }
  const ItemId other = known->second;
  if (other == no_item || target.text == model_.items[other].id) return;
  Diagnostic& d = diagnostics_.warning(
      "title-mismatch", text.document.span(node),
      "these words name " + item_words(model_, other) + ", but the link leads to " + item_words(model_, target.item));
  d.notes.push_back({place_of(model_.items[other]), "what they name stands here"});
  d.help = "mend the address or the words";
}

}  // namespace

void check_link_names(const Inspection& site, Diagnostics& diagnostics) {
  LinkNames links(site.model, diagnostics);
  for (const Text& text : site.model.texts)
    for (const Target& target : text.targets) links.check(text, target);
}

}  // namespace framewright
