#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/inspection.h"
#include "check/name_uses.h"
#include "check/site_words.h"
#include "check/wording.h"
#include "model/status.h"

namespace framewright {

namespace {

// Names that an author may use for a work: its title, without the year at its end, and without its abbreviation.
std::vector<std::string> short_names(std::string_view title) {
  std::vector<std::string> names{std::string(title)};
  const std::size_t open = title.find(" (");
  if (open != std::string_view::npos && title.ends_with(')')) {
    names.emplace_back(title.substr(0, open));
    names.emplace_back(title.substr(open + 2, title.size() - open - 3));
  }
  const std::size_t space = title.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? std::string_view() : title.substr(space + 1);
  if (last.size() == 4 && std::all_of(last.begin(), last.end(), is_digit)) names.emplace_back(title.substr(0, space));
  if (title.starts_with("The ")) names.emplace_back(title.substr(4));
  return names;
}

std::vector<std::string> names_of_item(const Item& item, const TypeDef& type) {
  std::vector<std::string> names = short_names(item.title);
  for (std::string& other : text_list_field(item, type, "also")) names.push_back(std::move(other));
  if (const std::string* abbreviation = text_field(item, type, "abbreviation")) names.push_back(*abbreviation);
  return names;
}

// Items of one kind, glossary entries or works, and what uses them.
class Usage {
public:
  Usage(const Inspection& site, bool TypeDef::*kind) : model_(site.model), kind_(kind) {}
  std::vector<ItemId> unused();

private:
  bool is_kind(ItemId item) const {
    while (model_.items[item].parent != no_item) item = model_.items[item].parent;
    return model_.type(model_.items[item]).*kind_;
  }
  bool is_used(ItemId item) const;
  bool leads_here(ItemId item) const;

  const Model& model_;
  bool TypeDef::*kind_;
};

bool Usage::leads_here(ItemId item) const {
  const auto links = model_.links_to(item);
  const auto mentions = model_.mentions_of(item);
  return std::any_of(links.begin(), links.end(), [&](auto index) { return !is_kind(model_.links[index].from); }) ||
         std::any_of(mentions.begin(), mentions.end(), [&](auto index) {
           const Mention& mention = model_.mentions[index];
           return mention.kind != Mention::Kind::directive && !is_kind(mention.from);
         });
}

// A list of all shows that a thing is there, not that it is used; {item} names one on purpose.
bool Usage::is_used(ItemId item) const {
  const auto nested = model_.nested_in(item);
  return leads_here(item) || std::any_of(nested.begin(), nested.end(), [&](ItemId part) { return leads_here(part); });
}

std::vector<ItemId> Usage::unused() {
  std::vector<bool> named(model_.items.size(), false);
  for (const Text& text : model_.texts)
    for (const Directive& directive : text.directives)
      if (directive.item != no_item && text.owner != directive.item) named[directive.item] = true;
  std::vector<ItemId> candidates;
  NameUses uses;
  std::vector<std::vector<std::size_t>> names;
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    const Item& item = model_.items[i];
    if (item.parent != no_item || named[i] || !is_kind(id) || is_retired(model_, id) || is_used(id)) continue;
    candidates.push_back(id);
    names.emplace_back();
    for (const std::string& name : names_of_item(item, model_.type(item))) names.back().push_back(uses.add(name));
  }
  if (candidates.empty()) return {};
  for_each_words(model_, [&](ItemId owner, std::string_view words) {
    if (!is_kind(owner)) uses.read(words);
  });
  std::vector<ItemId> unused;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (std::none_of(names[i].begin(), names[i].end(), [&](std::size_t name) { return uses.is_used(name); }))
      unused.push_back(candidates[i]);
  return unused;
}

}  // namespace

void check_usage(const Inspection& site, Diagnostics& diagnostics) {
  if (site.known.anything_unreadable()) return;
  const auto report = [&](ItemId id, const char* rule, const std::string& help) {
    const Item& item = site.model.items[id];
    if (site.known.was_meant(item.id)) return;
    diagnostics
        .warning(rule, place_of(item),
                 "no text uses the " + site.model.type(item).label + " " + quoted(site.model.name(id)))
        .help = help;
  };
  for (const ItemId id : Usage(site, &TypeDef::glossary).unused())
    report(id, "unused-term", "use it where readers need it, or take it out of the glossary");
  for (const ItemId id : Usage(site, &TypeDef::cited).unused())
    report(id, "unused-reference", "name it where the text draws on it: [[" + site.model.items[id].id + "]]");
}

}  // namespace framewright
