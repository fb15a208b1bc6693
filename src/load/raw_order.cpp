#include "load/raw_order.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "base/index_table.h"
#include "base/text.h"
#include "load/collection.h"

namespace framewright {

namespace {

constexpr std::size_t most_suggestions = 400;
constexpr std::int64_t no_order = std::numeric_limits<std::int64_t>::max();

// The first item of each type and id.
class FirstOfId {
public:
  explicit FirstOfId(const std::deque<RawItem>& items) : items_(items), table_(items.size()) {}
  // The item's own index when it is the first.
  std::size_t add(std::size_t index) {
    const RawItem& item = items_[index];
    return table_.add(hash(item.type, item.id), static_cast<std::uint32_t>(index),
                      [&](std::uint32_t other) { return is(other, item.type, item.id); });
  }
  std::optional<std::size_t> find(TypeId type, std::string_view id) const {
    const auto found = table_.find(hash(type, id), [&](std::uint32_t index) { return is(index, type, id); });
    return found == IndexTable::none ? std::nullopt : std::optional<std::size_t>(found);
  }

private:
  static std::size_t hash(TypeId type, std::string_view id) { return IndexTable::hash_of(id) + type; }
  bool is(std::uint32_t index, TypeId type, std::string_view id) const {
    return items_[index].type == type && items_[index].id == id;
  }

  const std::deque<RawItem>& items_;
  IndexTable table_;
};

// Takes items out, keeping the order of the others.
void take_out(std::deque<RawItem>& items, const std::vector<bool>& out) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (out[i]) continue;
    if (kept != i) items[kept] = std::move(items[i]);
    ++kept;
  }
  items.resize(kept);
}

// One of another kind than text is for the field reader to report.
void settle_id(RawItem& item, const TypeDef& type, Diagnostics& diagnostics) {
  if (item.table.find("completes") != nullptr) return;  // what it completes has the id
  const TomlValue* id = item.table.find("id");
  if (id != nullptr && id->kind == TomlValue::Kind::text) {
    item.id = id->text;
    item.id_where = id->where;
  } else if (id == nullptr && item.form == ItemForm::page) {
    if (const TomlValue* title = item.table.find("title")) item.id_where = title->where;
  }
  if (item.id.empty())
    diagnostics.error("missing-field", item.id_where, "this " + type.label + " has no id");
  else
    (void)check_id(item.id, item.id_where, type, diagnostics);
}

// Moves the fields of `extra` into the item that it completes.
void complete(RawItem& item, RawItem& extra, Diagnostics& diagnostics) {
  for (TomlEntry& entry : extra.table.entries) {
    if (entry.key == "completes") continue;
    const auto same = std::find_if(item.table.entries.begin(), item.table.entries.end(),
                                   [&](const TomlEntry& other) { return other.key == entry.key; });
    if (same == item.table.entries.end()) {
      item.table.entries.push_back(std::move(entry));
      continue;
    }
    Diagnostic& d = diagnostics.error("bad-value", entry.key_where, entry.key + " is given in two places");
    d.notes.push_back({same->value.where, "it is given here too"});
    d.help = "keep it in one of them";
  }
  if (extra.form != ItemForm::page) return;
  item.path = extra.path;
  item.incomplete = item.incomplete || extra.incomplete;
  if (extra.body.empty()) return;
  const TomlValue* text = item.table.find("text");
  if (text == nullptr && item.body.empty()) {
    item.body = std::move(extra.body);
    return;
  }
  Diagnostic& d = diagnostics.error("bad-value", extra.body.span(extra.body.nodes[1]).part(0, 1),
                                    "the text is given in two places");
  d.notes.push_back(
      {text != nullptr ? text->where : item.body.span(item.body.nodes[1]).part(0, 1), "it is given here too"});
  d.help = "keep it in one of them";
}

bool may_be_unread(const Sources& sources, TypeId type) {
  return std::any_of(sources.unreadable.begin(), sources.unreadable.end(),
                     [&](const UnreadableFile& file) { return file.type == type; });
}

// Ids of items of collections, to suggest one of them.
class CollectedIds {
public:
  explicit CollectedIds(const std::deque<RawItem>& items) : items_(items) {}
  std::span<const std::string_view> of(TypeId type) {
    const auto [known, fresh] = by_type_.try_emplace(type);
    if (!fresh) return known->second;
    for (const RawItem& item : items_)
      if (item.type == type && item.form != ItemForm::page && known->second.size() < most_suggestions)
        known->second.push_back(item.id);
    return known->second;
  }

private:
  const std::deque<RawItem>& items_;
  std::map<TypeId, std::vector<std::string_view>> by_type_;
};

void report_nothing_to_complete(const Sources& sources, const RawItem& item, const TomlValue& completes,
                                const TypeDef& type, CollectedIds& ids, Diagnostics& diagnostics) {
  if (completes.kind != TomlValue::Kind::text) {
    diagnostics.error("bad-value", completes.where, "completes must be the id of an item of a collection").help =
        "put it between quotation marks";
    return;
  }
  if (may_be_unread(sources, item.type)) return;
  Diagnostic& d =
      diagnostics.error("unresolved-reference", completes.where,
                        "no collection has " + with_article(type.label) + " \"" + completes.text + "\" to complete");
  if (const auto near = nearest(completes.text, ids.of(item.type)))
    d.label = "did you mean \"" + std::string(*near) + "\"?";
}

void join_completing(Sources& sources, const SourceFiles& files, const Config& config, Diagnostics& diagnostics) {
  std::deque<RawItem>& items = sources.items;
  std::vector<bool> joining(items.size(), false);
  for (std::size_t i = 0; i < items.size(); ++i) joining[i] = items[i].table.find("completes") != nullptr;
  if (std::find(joining.begin(), joining.end(), true) == joining.end()) return;
  FirstOfId collected(items);
  CollectedIds ids(items);
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!joining[i] && items[i].form != ItemForm::page) collected.add(i);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!joining[i]) continue;
    const TomlValue* completes = items[i].table.find("completes");
    const auto target = collected.find(items[i].type, completes->text);
    if (!target) {
      report_nothing_to_complete(sources, items[i], *completes, config.schema.types[items[i].type], ids, diagnostics);
      continue;
    }
    RawItem& item = items[*target];
    if (item.row.known()) read_fields(item, *sources.header(item.file), files[item.file].text);
    complete(item, items[i], diagnostics);
  }
  take_out(items, joining);
}

void drop_repeated_ids(std::deque<RawItem>& items, const Config& config, Diagnostics& diagnostics) {
  FirstOfId ids(items);
  std::vector<bool> repeated(items.size(), false);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t first = items[i].id.empty() ? i : ids.add(i);
    repeated[i] = items[i].id.empty() || first != i;
    if (first != i)
      report_duplicate_id(config.schema.types[items[i].type], items[i].id, items[i].id_where, items[first].id_where,
                          diagnostics);
  }
  take_out(items, repeated);
}

std::int64_t order_of_item(const RawItem& item) {
  if (item.row.known()) return item.row_order;
  const TomlValue* order = item.table.find("order");
  if (order == nullptr) return no_order;
  return order->kind == TomlValue::Kind::integer ? order->integer : order_of(order->text);
}

// Frameworks with their chapters come after home and before other pages, so chapters sort with their framework.
struct Place {
  std::uint8_t part = 0;  // 0 home, 1 frameworks, 2 other pages, 3 types
  bool chapter = false;
  bool numbered = false;
  TypeId group = 0;  // which framework, or which type
  std::int64_t order = 0;
  std::uint32_t read = 0;  // order of files and rows
};

Place place_of(const RawItem& item, std::uint32_t read, const Schema& schema) {
  Place place;
  place.order = order_of_item(item);
  place.read = read;
  const TypeId folder_type = item.form == ItemForm::page ? schema.type_of_path(item.path) : item.type;
  const TypeDef& type = schema.types[folder_type];
  if (item.form == ItemForm::page && item.path == "index") return place;
  if (type.chapters) {
    place.part = 1;
    place.group = folder_type;
    place.chapter = item.type == page_type;
  } else if (item.type == page_type) {
    place.part = 2;
  } else {
    place.part = 3;
    place.group = item.type;
    place.numbered = type.numbered;
  }
  return place;
}

}  // namespace

bool check_id(const std::string& id, Span where, const TypeDef& type, Diagnostics& diagnostics) {
  if (!is_usable_id(id)) {
    diagnostics.error("malformed-id", where, "\"" + id + "\" cannot be an id").help =
        "use letters, digits, hyphens, dots and underscores";
    return false;
  }
  if (!type.id || type.id->form.matches_whole(id)) return true;
  const std::string like = type.id->example.empty() ? "" : ", such as " + type.id->example;
  diagnostics.error("malformed-id", where, "\"" + id + "\" is not in the form of the id of " + with_article(type.label))
      .help = "its form is " + type.id->form.written() + like;
  return false;
}

void report_duplicate_id(const TypeDef& type, const std::string& id, Span second, Span first,
                         Diagnostics& diagnostics) {
  Diagnostic& d = diagnostics.error("duplicate-id", second, "two " + type.plural + " have the id \"" + id + "\"");
  d.notes.push_back({first, "it stands here first"});
  d.help = "give one of them another id";
}

bool is_usable_id(std::string_view id) {
  static constexpr std::string_view refused = "#?%\\\"'<>[]|:*&;,(){}";
  if (id.empty() || id.front() == '/' || id.back() == '/' || id.find("//") != std::string_view::npos) return false;
  for (std::string_view rest = id; !rest.empty();) {
    const std::string_view segment = next_field(rest, '/');
    if (segment == "." || segment == "..") return false;
  }
  return std::none_of(id.begin(), id.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || refused.find(c) != std::string_view::npos;
  });
}

std::int64_t order_of(std::string_view cell) {
  const bool digits = !cell.empty() && cell.size() < 10 && std::all_of(cell.begin(), cell.end(), is_digit);
  return digits ? std::stoll(std::string(cell)) : no_order;
}

void settle_items(Sources& sources, const SourceFiles& files, const Config& config, Diagnostics& diagnostics) {
  std::deque<RawItem>& items = sources.items;
  for (RawItem& item : items) settle_id(item, config.schema.types[item.type], diagnostics);
  join_completing(sources, files, config, diagnostics);
  drop_repeated_ids(items, config, diagnostics);
  std::vector<Place> places;
  places.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i)
    places.push_back(place_of(items[i], static_cast<std::uint32_t>(i), config.schema));
  const auto before = [&](const Place& left, const Place& right) {
    const auto key = [](const Place& p) { return std::tuple(p.part, p.group, p.chapter, p.order); };
    if (key(left) != key(right)) return key(left) < key(right);
    const std::string &left_id = items[left.read].id, &right_id = items[right.read].id;
    if (left.numbered && left_id != right_id) return natural_less(left_id, right_id);
    return left.read < right.read;
  };
  if (std::is_sorted(places.begin(), places.end(), before)) return;
  std::sort(places.begin(), places.end(), before);
  std::deque<RawItem> ordered;
  for (const Place& place : places) ordered.push_back(std::move(items[place.read]));
  items = std::move(ordered);
}

}  // namespace framewright
