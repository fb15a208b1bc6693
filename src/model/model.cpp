#include "model/model.h"

#include <algorithm>
#include <functional>

#include "base/text.h"

namespace framewright {

namespace {

std::size_t id_hash(TypeId type, std::string_view id) { return IndexTable::hash_of(id) + type; }

auto has_id(const std::vector<Item>& items, TypeId type, std::string_view id) {
  return [&items, type, id](ItemId item) { return items[item].type == type && items[item].id == id; };
}

auto has_path(const std::vector<Item>& items, std::string_view path) {
  return [&items, path](ItemId item) { return items[item].path == path; };
}

std::string replace_all(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

// "Standard {number}: {title}" without a title ends before it, with what leads up to it left out too.
std::string before_title(std::string pattern) {
  const std::size_t at = pattern.find("{title}");
  if (at == std::string::npos) return pattern;
  pattern.resize(at);
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view end : {" ", ":", ",", ";", ".", "(", "-", "–", "—"})
      if (pattern.ends_with(end)) {
        pattern.resize(pattern.size() - end.size());
        cut = true;
      }
  }
  return pattern;
}

static_assert(IndexTable::none == no_item);

}  // namespace

const Target* Text::target(std::size_t node) const {
  const auto found = std::lower_bound(targets.begin(), targets.end(), node,
                                      [](const Target& target, std::size_t wanted) { return target.node < wanted; });
  return found != targets.end() && found->node == node ? &*found : nullptr;
}

const std::vector<ItemId>* Directive::selection(std::string_view option) const {
  for (const auto& [given, items] : selections)
    if (given == option) return &items;
  return nullptr;
}

std::span<const std::uint32_t> Model::Ranges::of(std::size_t key) const {
  if (key + 1 >= starts.size()) return {};
  return std::span(entries).subspan(starts[key], starts[key + 1] - starts[key]);
}

template <class Keys>
void Model::Ranges::build(std::size_t keys, std::size_t count, const Keys& key_of) {
  starts.assign(keys + 1, 0);
  for (std::size_t i = 0; i < count; ++i)
    if (const std::size_t key = key_of(i); key < keys) ++starts[key + 1];
  for (std::size_t key = 0; key < keys; ++key) starts[key + 1] += starts[key];
  entries.resize(starts[keys]);
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  for (std::size_t i = 0; i < count; ++i)
    if (const std::size_t key = key_of(i); key < keys) entries[next[key]++] = static_cast<std::uint32_t>(i);
}

void Model::index() {
  by_type_.build(schema->types.size(), items.size(), [&](std::size_t i) { return items[i].type; });
  nested_.build(items.size(), items.size(), [&](std::size_t i) { return items[i].parent; });
  by_id_ = IndexTable(items.size());
  by_path_ = IndexTable();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    const Item& item = items[i];
    by_id_.add(id_hash(item.type, item.id), id, has_id(items, item.type, item.id));
    if (!item.path.empty()) by_path_.add(IndexTable::hash_of(item.path), id, has_path(items, item.path));
  }
  index_relations();
}

void Model::index_relations() {
  const auto before = [](const Link& a, const Link& b) { return a.from < b.from; };
  if (!std::is_sorted(links.begin(), links.end(), before)) std::stable_sort(links.begin(), links.end(), before);
  link_starts_.assign(items.size() + 1, 0);
  for (const Link& link : links) ++link_starts_[link.from + 1];
  for (std::size_t i = 0; i < items.size(); ++i) link_starts_[i + 1] += link_starts_[i];
  incoming_.build(items.size(), links.size(), [&](std::size_t i) { return links[i].to; });
  mentioned_.build(items.size(), mentions.size(), [&](std::size_t i) { return mentions[i].to; });
}

void add_mentions(const Text& text, std::vector<Mention>& mentions) {
  const auto mention = [&](ItemId to, Mention::Kind kind, Span where) {
    if (to != no_item) mentions.push_back({text.owner, to, kind, where});
  };
  for (const Target& target : text.targets)
    if (target.kind == Target::Kind::item)
      mention(target.item, Mention::Kind::reference, text.document.span(text.document.nodes[target.node]));
  for (const TermUse& use : text.terms)
    mention(use.term, Mention::Kind::term, text.document.span(text.document.nodes[use.node]));
  for (const Directive& directive : text.directives) {
    mention(directive.item, Mention::Kind::directive, directive.where);
    for (const auto& [option, selected] : directive.selections)
      for (const ItemId item : selected) mention(item, Mention::Kind::directive, directive.where);
  }
}

void Model::collect_mentions() {
  mentions.clear();
  for (const Text& text : texts) add_mentions(text, mentions);
}

std::span<const Link> Model::links_from(ItemId item) const {
  return std::span(links).subspan(link_starts_[item], link_starts_[item + 1] - link_starts_[item]);
}

std::span<const std::uint32_t> Model::links_to(ItemId item) const { return incoming_.of(item); }
std::span<const std::uint32_t> Model::mentions_of(ItemId item) const { return mentioned_.of(item); }
std::span<const ItemId> Model::of_type(TypeId type) const { return by_type_.of(type); }
std::span<const ItemId> Model::nested_in(ItemId item) const { return nested_.of(item); }

ItemId Model::find(TypeId type, std::string_view id) const {
  return by_id_.find(id_hash(type, id), has_id(items, type, id));
}

ItemId Model::find_page(std::string_view path) const {
  return by_path_.find(IndexTable::hash_of(path), has_path(items, path));
}

std::string Model::name(ItemId id) const {
  const Item& item = items[id];
  if (!item.title.empty()) return item.title;
  const TypeDef& def = type(item);
  return capitalised(def.label) + " " + (item.number.empty() ? item.id : item.number);
}

std::string Model::reads(ItemId id) const {
  const Item& item = items[id];
  const TypeDef& def = type(item);
  if (def.reads.empty()) return name(id);
  std::string pattern = def.reads;
  if (item.title.empty()) pattern = before_title(std::move(pattern));
  if (pattern.empty()) return name(id);
  pattern = replace_all(pattern, "{label}", capitalised(def.label));
  pattern = replace_all(pattern, "{number}", item.number.empty() ? item.id : item.number);
  pattern = replace_all(pattern, "{id}", item.id);
  return replace_all(pattern, "{title}", item.title);
}

}  // namespace framewright
