#include "render/hierarchy.h"

#include <algorithm>
#include <unordered_map>

#include "diagram/tree.h"

namespace framewright {

namespace {

const Object* object_of(const Value& value) {
  const auto* object = value.get<const Object*>();
  return object == nullptr ? nullptr : *object;
}

// Finds the way from item to item once, and then walks it.
class Walk {
public:
  Walk(const List& items, std::string_view member) : items_(items), below_(items.size()), seen_(items.size()) {
    std::unordered_map<const Object*, std::size_t> places;
    for (std::size_t i = 0; i < items.size(); ++i) places.emplace(object_of(items.at(i)), i);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto above = places.find(object_of(target(items.at(i), member)));
      if (above == places.end() || above->second == i)
        roots_.push_back(i);
      else
        below_[above->second].push_back(i);
    }
  }

  std::vector<Branch> take() {
    for (const std::size_t root : roots_) follow(root);
    for (std::size_t i = 0; i < items_.size(); ++i) follow(i);  // what is left goes round in a circle
    return std::move(branches_);
  }

private:
  static Value target(const Value& item, std::string_view member) {
    const Object* object = object_of(item);
    const Value value = object == nullptr ? Value() : object->member(member);
    const auto* list = value.get<const List*>();
    return list == nullptr ? value : (*list)->size() == 0 ? Value(Empty{}) : (*list)->at(0);
  }

  void follow(std::size_t from) {
    std::vector<std::pair<std::size_t, std::size_t>> open{{from, 0}};
    while (!open.empty()) {
      const auto [at, depth] = open.back();
      open.pop_back();
      if (seen_[at]) continue;
      seen_[at] = true;
      branches_.push_back({items_.at(at), depth});
      for (std::size_t i = below_[at].size(); i-- > 0;) open.emplace_back(below_[at][i], depth + 1);
    }
  }

  const List& items_;
  std::vector<std::vector<std::size_t>> below_;
  std::vector<bool> seen_;
  std::vector<std::size_t> roots_;
  std::vector<Branch> branches_;
};

}  // namespace

std::vector<Branch> hierarchy_of(const List& items, std::string_view member) { return Walk(items, member).take(); }

Value hierarchy_value(const std::vector<Branch>& branches, Arena& arena) {
  std::vector<Array*> levels{&arena.array()};
  for (const Branch& branch : branches) {
    const std::size_t depth = std::min(branch.depth, deepest_branch);
    levels.resize(std::min(levels.size(), depth + 1));
    Array& below = arena.array();
    levels.back()->add(arena.table().set("item", branch.item).set("below", below));
    levels.push_back(&below);
  }
  return *levels.front();
}

}  // namespace framewright
