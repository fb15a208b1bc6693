#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/inspection.h"
#include "check/wording.h"
#include "model/status.h"

namespace framewright {

namespace {

constexpr std::size_t most_notes = 10;
constexpr std::size_t most_steps = 100;  // from one successor to the next; a circle of them is another finding

// Relations that speak of what came before or after, and so lead to what is no longer in force.
constexpr std::array<std::string_view, 4> of_succession{"supersedes", "superseded_by", "predecessor", "successor"};

class RetiredLinks {
public:
  RetiredLinks(const Model& model, Diagnostics& diagnostics);

  // One finding for each item that leads to a retired one; further places are notes.
  void add(ItemId from, ItemId to, Span where);
  void finish();

private:
  struct Place {
    Span first;
    std::vector<Span> more;
  };

  bool counts(ItemId from, ItemId to) const;
  ItemId next_after(ItemId item) const;
  ItemId successor_of(ItemId item) const;

  const Model& model_;
  Diagnostics& diagnostics_;
  std::set<std::pair<ItemId, ItemId>> successions_;  // both ways round
  std::map<std::pair<ItemId, ItemId>, Place> found_;
};

ItemId whole(const Model& model, ItemId item) {
  while (model.items[item].parent != no_item) item = model.items[item].parent;
  return item;
}

RetiredLinks::RetiredLinks(const Model& model, Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {
  for (const Link& link : model.links) {
    const std::string& name = model.schema->links[link.link].name;
    if (std::find(of_succession.begin(), of_succession.end(), name) == of_succession.end()) continue;
    successions_.emplace(link.from, link.to);
    successions_.emplace(link.to, link.from);
  }
}

bool RetiredLinks::counts(ItemId from, ItemId to) const {
  return is_retired(model_, to) && !is_retired(model_, from) && whole(model_, from) != whole(model_, to) &&
         !successions_.contains({from, to}) && !successions_.contains({whole(model_, from), whole(model_, to)});
}

void RetiredLinks::add(ItemId from, ItemId to, Span where) {
  if (!counts(from, to)) return;
  const auto [known, fresh] = found_.try_emplace({whole(model_, from), to}, Place{where, {}});
  if (!fresh) known->second.more.push_back(where);
}

ItemId RetiredLinks::next_after(ItemId item) const {
  const auto name = [&](const Link& link) -> std::string_view { return model_.schema->links[link.link].name; };
  for (const Link& link : model_.links_from(item))
    if (name(link) == "superseded_by" || name(link) == "successor") return link.to;
  for (const std::uint32_t index : model_.links_to(item))
    if (name(model_.links[index]) == "supersedes" || name(model_.links[index]) == "predecessor")
      return model_.links[index].from;
  return no_item;
}

// The one that holds now, when others came between and went.
ItemId RetiredLinks::successor_of(ItemId item) const {
  for (std::size_t step = 0; step < most_steps && item != no_item; ++step) {
    item = next_after(item);
    if (item != no_item && !is_retired(model_, item)) return item;
  }
  return no_item;
}

void RetiredLinks::finish() {
  for (const auto& [ends, place] : found_) {
    const ItemId to = ends.second;
    const TypeDef& type = model_.type(model_.items[to]);
    Diagnostic& d = diagnostics_.warning(
        "link-to-withdrawn", place.first,
        "the " + type.label + " " + item_words(model_, to) + " is " + std::string(status_of(model_, to)));
    const ItemId successor = successor_of(to);
    if (successor != no_item) d.label = item_words(model_, successor) + " takes its place";
    for (std::size_t i = 0; i < std::min(place.more.size(), most_notes); ++i)
      d.notes.push_back({place.more[i], "it is named here too"});
    d.help = successor != no_item ? "name its successor instead" : "take the link out, or name what holds now";
  }
}

}  // namespace

void check_retired_links(const Inspection& site, Diagnostics& diagnostics) {
  const Model& model = site.model;
  RetiredLinks links(model, diagnostics);
  for (const Link& link : model.links)
    if (!model.schema->links[link.link].up) links.add(link.from, link.to, link.where);
  for (const Mention& mention : model.mentions)
    if (mention.kind == Mention::Kind::reference) links.add(mention.from, mention.to, mention.where);
  for (const Text& text : model.texts)
    for (const Directive& directive : text.directives)
      if (directive.item != no_item) links.add(text.owner, directive.item, directive.where);
  links.finish();
}

}  // namespace framewright
