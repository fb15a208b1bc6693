#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

constexpr std::size_t most_notes = 30;

// The links of one relation, whatever types they go between, as a graph of items.
class Relation {
public:
  Relation(const Model& model, std::vector<std::uint32_t> links);
  // Every set of two or more items that lead to one another, and every item that leads to itself; by its first item.
  void report_circles(Diagnostics& diagnostics);

private:
  static constexpr std::uint32_t none = 0xffffffff;
  struct Visit {
    std::uint32_t node;
    std::uint32_t next;  // index of the next link to follow
  };

  std::uint32_t node_of(ItemId item) const;
  std::uint32_t to(std::uint32_t edge) const { return targets_[edge]; }
  void find_components();
  void close_component(std::uint32_t root);
  std::vector<std::uint32_t> shortest_circle(std::uint32_t from) const;
  void report(const std::vector<std::uint32_t>& circle, Diagnostics& diagnostics) const;

  const Model& model_;
  std::vector<std::uint32_t> links_;    // in the order of the items they come from
  std::vector<ItemId> nodes_;           // sorted
  std::vector<std::uint32_t> starts_;   // of each node's links
  std::vector<std::uint32_t> targets_;  // node of each link's end
  std::vector<std::uint32_t> component_, order_, low_, stack_;
  std::vector<std::uint32_t> sizes_;  // of components
  std::uint32_t visited_ = 0;
};

Relation::Relation(const Model& model, std::vector<std::uint32_t> links) : model_(model), links_(std::move(links)) {
  for (const std::uint32_t link : links_) {
    nodes_.push_back(model.links[link].from);
    nodes_.push_back(model.links[link].to);
  }
  std::sort(nodes_.begin(), nodes_.end());
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
  std::stable_sort(links_.begin(), links_.end(),
                   [&](auto a, auto b) { return model.links[a].from < model.links[b].from; });
  starts_.assign(nodes_.size() + 1, 0);
  for (const std::uint32_t link : links_) {
    ++starts_[node_of(model.links[link].from) + 1];
    targets_.push_back(node_of(model.links[link].to));
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i) starts_[i + 1] += starts_[i];
}

std::uint32_t Relation::node_of(ItemId item) const {
  return static_cast<std::uint32_t>(std::lower_bound(nodes_.begin(), nodes_.end(), item) - nodes_.begin());
}

// Tarjan's strongly connected components, with a stack of our own.
void Relation::find_components() {
  component_.assign(nodes_.size(), none);
  order_.assign(nodes_.size(), none);
  low_.assign(nodes_.size(), none);
  std::vector<Visit> visits;
  const auto enter = [&](std::uint32_t node) {
    order_[node] = low_[node] = visited_++;
    stack_.push_back(node);
    visits.push_back({node, starts_[node]});
  };
  for (std::uint32_t root = 0; root < nodes_.size(); ++root) {
    if (order_[root] == none) enter(root);
    while (!visits.empty()) {
      Visit& visit = visits.back();
      if (visit.next < starts_[visit.node + 1]) {
        const std::uint32_t next = to(visit.next++);
        if (order_[next] == none)
          enter(next);
        else if (component_[next] == none)
          low_[visit.node] = std::min(low_[visit.node], order_[next]);
        continue;
      }
      const std::uint32_t node = visit.node;
      visits.pop_back();
      if (!visits.empty()) low_[visits.back().node] = std::min(low_[visits.back().node], low_[node]);
      if (low_[node] == order_[node]) close_component(node);
    }
  }
}

void Relation::close_component(std::uint32_t root) {
  std::uint32_t size = 0;
  for (std::uint32_t node = none; node != root; ++size) {
    node = stack_.back();
    stack_.pop_back();
    component_[node] = static_cast<std::uint32_t>(sizes_.size());
  }
  sizes_.push_back(size);
}

// The links of a shortest way from a node back to it; breadth first within its component.
std::vector<std::uint32_t> Relation::shortest_circle(std::uint32_t from) const {
  std::map<std::uint32_t, std::uint32_t> came_by;  // node to link
  std::vector<std::uint32_t> queue{from};
  for (std::size_t at = 0; at < queue.size() && !came_by.contains(from); ++at)
    for (std::uint32_t edge = starts_[queue[at]]; edge < starts_[queue[at] + 1]; ++edge)
      if (component_[to(edge)] == component_[from] && came_by.try_emplace(to(edge), edge).second)
        queue.push_back(to(edge));
  std::vector<std::uint32_t> circle;
  for (std::uint32_t node = from; circle.empty() || node != from;) {
    circle.push_back(came_by.at(node));
    node = node_of(model_.links[links_[circle.back()]].from);
  }
  std::reverse(circle.begin(), circle.end());
  return circle;
}

void Relation::report(const std::vector<std::uint32_t>& circle, Diagnostics& diagnostics) const {
  const auto says = [&](std::uint32_t edge) {
    const Link& link = model_.links[links_[edge]];
    const std::string to_words = link.from == link.to ? "itself" : item_words(model_, link.to);
    return item_words(model_, link.from) + " " + model_.schema->links[link.link].reads + " " + to_words;
  };
  const std::string back = circle.size() > 1 ? ", which leads back to where it began" : "";
  Diagnostic& d = diagnostics.error("cycle", model_.links[links_[circle.front()]].where, says(circle.front()) + back);
  for (std::size_t i = 1; i < circle.size() && i <= most_notes; ++i)
    d.notes.push_back({model_.links[links_[circle[i]]].where, says(circle[i])});
  if (circle.size() > most_notes + 1)
    d.notes.push_back({{}, "and so on, through " + std::to_string(circle.size()) + " links"});
  d.help = circle.size() > 1 ? "take out the link that is wrong" : "take this link out, or name another";
}

void Relation::report_circles(Diagnostics& diagnostics) {
  find_components();
  std::vector<bool> reported(sizes_.size(), false);
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
    bool leads_to_itself = false;
    for (std::uint32_t edge = starts_[node]; edge < starts_[node + 1]; ++edge) leads_to_itself |= to(edge) == node;
    if (reported[component_[node]] || (sizes_[component_[node]] == 1 && !leads_to_itself)) continue;
    reported[component_[node]] = true;
    report(shortest_circle(node), diagnostics);
  }
}

}  // namespace

void check_circles(const Inspection& site, Diagnostics& diagnostics) {
  const Model& model = site.model;
  std::map<std::string_view, std::vector<std::uint32_t>> relations;  // one name is one relation, of whatever types
  for (std::size_t i = 0; i < model.links.size(); ++i) {
    const LinkDef& def = model.schema->links[model.links[i].link];
    if (!def.circle && !def.up) relations[def.name].push_back(static_cast<std::uint32_t>(i));
  }
  for (auto& [name, links] : relations) Relation(model, std::move(links)).report_circles(diagnostics);
}

}  // namespace framewright
