#include "load/include_check.h"

#include <algorithm>
#include <unordered_set>

namespace framewright {

namespace {

constexpr std::size_t longest_way = 10;  // that a finding lists

// A directive and one item whose text it puts into the page.
struct Shown {
  const Directive* directive = nullptr;
  ItemId item = no_item;
};

const std::vector<ItemId>* items_shown_by(const Directive& directive) {
  if (directive.include != no_text || directive.item != no_item) return nullptr;
  const TomlValue* show = directive.options.find("show");
  return show != nullptr && show->text == "text" ? directive.selection("select") : nullptr;
}

bool shows_its_item(const Directive& directive) {
  if (directive.include != no_text) return true;
  const TomlValue* show = directive.options.find("show");
  return directive.item != no_item && show != nullptr && show->text == "text";
}

// Walks from each item to those whose texts it shows, without recursion, as a way may be as long as a site has pages.
class IncludeWalk {
public:
  IncludeWalk(const Model& model, Diagnostics& diagnostics)
      : model_(model), diagnostics_(diagnostics), visits_(model.items.size()) {}

  void from(ItemId item) {
    if (visits_[item].state == State::unseen) enter(item);
    while (!way_.empty()) {
      Step& step = way_.back();
      if (step.next == step.shown.size())
        leave();
      else
        follow(step.item, step.shown[step.next++]);
    }
  }

private:
  enum class State : std::uint8_t { unseen, open, done };
  struct Visit {
    State state = State::unseen;
    bool circular = false;  // it shows itself, or one that does, so that there is no end to count to
    std::size_t depth = 1;  // of texts within one another, its own included
    std::size_t texts = 1;  // in all
    std::size_t place = 0;  // on the way
  };
  struct Step {
    ItemId item;
    std::vector<Shown> shown;
    std::size_t next = 0;
    const Directive* in_circle = nullptr;  // the directive last reported
  };

  Diagnostic& wrong(const Directive& directive, std::string message) {
    return diagnostics_.error("bad-directive", directive.where, std::move(message));
  }

  void enter(ItemId item) {
    visits_[item].state = State::open;
    visits_[item].place = way_.size();
    way_.push_back({item, shown_by(item), 0, nullptr});
  }

  std::vector<Shown> shown_by(ItemId item) {
    std::vector<Shown> shown;
    if (model_.items[item].body == no_text) return shown;
    std::unordered_set<ItemId> included;
    for (const Directive& directive : model_.texts[model_.items[item].body].directives) {
      if (directive.include != no_text && !included.insert(directive.item).second) {
        wrong(directive, "this page includes \"" + model_.name(directive.item) + "\" twice").help =
            "keep one of the includes";
        continue;
      }
      if (shows_its_item(directive)) shown.push_back({&directive, directive.item});
      if (const std::vector<ItemId>* items = items_shown_by(directive))
        for (const ItemId each : *items) shown.push_back({&directive, each});
    }
    return shown;
  }

  void follow(ItemId item, const Shown& shown) {
    const Visit& visit = visits_[shown.item];
    if (visit.state == State::unseen) return enter(shown.item);
    if (visit.state == State::open) return report_circle(shown);
    count(item, shown, visit);
  }

  void leave() {
    const ItemId item = way_.back().item;
    visits_[item].state = State::done;
    way_.pop_back();
    if (way_.empty()) return;
    const Step& above = way_.back();
    count(above.item, above.shown[above.next - 1], visits_[item]);
  }

  // Adds what is shown to what the item shows. Only the first to go too far is reported, not those that show it.
  void count(ItemId item, const Shown& shown, const Visit& within) {
    Visit& visit = visits_[item];
    visit.circular = visit.circular || within.circular;
    if (visit.circular) return;
    if (within.depth == deepest_text && visit.depth <= deepest_text)
      wrong(*shown.directive,
            "texts are shown one within another more than " + std::to_string(deepest_text) + " deep from here")
          .help = "include the last of them in the page itself";
    visit.depth = std::max(visit.depth, std::min(within.depth, deepest_text) + 1);
    const bool few = visit.texts <= most_texts_shown;
    visit.texts = std::min(visit.texts + within.texts, most_texts_shown + 1);
    if (few && visit.texts > most_texts_shown && within.texts <= most_texts_shown)
      wrong(*shown.directive, "this page shows more than 100,000 texts, one within another").help =
          "show the summaries of items in place of their texts";
  }

  void report_circle(const Shown& shown) {
    Step& step = way_.back();
    visits_[step.item].circular = true;
    if (step.in_circle == shown.directive) return;
    step.in_circle = shown.directive;
    const bool include = shown.directive->include != no_text;
    Diagnostic& d = wrong(*shown.directive, include ? "this page includes itself" : "this page shows itself");
    for (std::size_t at = visits_[shown.item].place; at < way_.size() && d.notes.size() < longest_way; ++at)
      d.notes.push_back(
          {model_.items[way_[at].item].id_where, "it goes through \"" + model_.name(way_[at].item) + "\""});
    d.help =
        include ? "take one of the includes out" : "leave it out of what is shown, or show less of it than its text";
  }

  const Model& model_;
  Diagnostics& diagnostics_;
  std::vector<Visit> visits_;
  std::vector<Step> way_;
};

}  // namespace

void check_includes(const Model& model, Diagnostics& diagnostics) {
  IncludeWalk walk(model, diagnostics);
  for (std::size_t item = 0; item < model.items.size(); ++item) walk.from(static_cast<ItemId>(item));
}

}  // namespace framewright
