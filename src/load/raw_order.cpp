#include "load/raw_order.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::size_t most_suggestions = 400;

std::string key_of(TypeId type, std::string_view id) { return std::to_string(type) + ":" + std::string(id); }

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

void report_nothing_to_complete(const Sources& sources, const RawItem& item, const TomlValue& completes,
                                const TypeDef& type, Diagnostics& diagnostics) {
  if (completes.kind != TomlValue::Kind::text) {
    diagnostics.error("bad-value", completes.where, "completes must be the id of an item of a collection").help =
        "put it between quotation marks";
    return;
  }
  if (may_be_unread(sources, item.type)) return;
  Diagnostic& d =
      diagnostics.error("unresolved-reference", completes.where,
                        "no collection has " + with_article(type.label) + " \"" + completes.text + "\" to complete");
  std::vector<std::string_view> ids;
  for (const RawItem& other : sources.items)
    if (other.type == item.type && other.form != ItemForm::page && ids.size() < most_suggestions)
      ids.push_back(other.id);
  if (const auto near = nearest(completes.text, ids)) d.label = "did you mean \"" + std::string(*near) + "\"?";
}

void join_completing(Sources& sources, const Config& config, Diagnostics& diagnostics) {
  std::unordered_map<std::string, std::size_t> collected;
  for (std::size_t i = 0; i < sources.items.size(); ++i)
    if (sources.items[i].table.find("completes") == nullptr && sources.items[i].form != ItemForm::page)
      collected.try_emplace(key_of(sources.items[i].type, sources.items[i].id), i);
  std::vector<RawItem> kept;
  std::vector<bool> joined(sources.items.size(), false);
  for (std::size_t i = 0; i < sources.items.size(); ++i) {
    RawItem& item = sources.items[i];
    const TomlValue* completes = item.table.find("completes");
    if (completes == nullptr) continue;
    joined[i] = true;
    const auto target = collected.find(key_of(item.type, completes->text));
    if (target != collected.end()) {
      complete(sources.items[target->second], item, diagnostics);
      continue;
    }
    report_nothing_to_complete(sources, item, *completes, config.schema.types[item.type], diagnostics);
  }
  for (std::size_t i = 0; i < sources.items.size(); ++i)
    if (!joined[i]) kept.push_back(std::move(sources.items[i]));
  sources.items = std::move(kept);
}

void drop_repeated_ids(Sources& sources, const Config& config, Diagnostics& diagnostics) {
  std::unordered_map<std::string, Span> first;
  const auto repeated = [&](const RawItem& item) {
    if (item.id.empty()) return true;
    const auto [known, fresh] = first.try_emplace(key_of(item.type, item.id), item.id_where);
    if (fresh) return false;
    report_duplicate_id(config.schema.types[item.type], item.id, item.id_where, known->second, diagnostics);
    return true;
  };
  std::erase_if(sources.items, repeated);
}

std::int64_t order_of(const RawItem& item) {
  const TomlValue* order = item.table.find("order");
  if (order == nullptr) return std::numeric_limits<std::int64_t>::max();
  if (order->kind == TomlValue::Kind::integer) return order->integer;
  return order->text.size() < 10 && !order->text.empty() &&
                 std::all_of(order->text.begin(), order->text.end(), is_digit)
             ? std::stoll(order->text)
             : std::numeric_limits<std::int64_t>::max();
}

// Frameworks with their chapters come after home and before other pages, so chapters sort with their framework.
struct Place {
  int part = 0;           // 0 home, 1 frameworks, 2 other pages, 3 types
  std::size_t group = 0;  // which framework, or which type
  bool chapter = false;
  std::int64_t order = 0;
  bool numbered = false;
  std::size_t read = 0;  // order of files and rows
};

Place place_of(const RawItem& item, std::size_t read, const Schema& schema) {
  Place place;
  place.order = order_of(item);
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

void settle_items(Sources& sources, const Config& config, Diagnostics& diagnostics) {
  for (RawItem& item : sources.items) settle_id(item, config.schema.types[item.type], diagnostics);
  join_completing(sources, config, diagnostics);
  drop_repeated_ids(sources, config, diagnostics);
  std::vector<std::pair<Place, std::size_t>> places;
  for (std::size_t i = 0; i < sources.items.size(); ++i)
    places.emplace_back(place_of(sources.items[i], i, config.schema), i);
  std::sort(places.begin(), places.end(), [&](const auto& a, const auto& b) {
    const Place &left = a.first, &right = b.first;
    const auto key = [](const Place& p) { return std::tuple(p.part, p.group, p.chapter, p.order); };
    if (key(left) != key(right)) return key(left) < key(right);
    const std::string &left_id = sources.items[a.second].id, &right_id = sources.items[b.second].id;
    if (left.numbered && left_id != right_id) return natural_less(left_id, right_id);
    return left.read < right.read;
  });
  std::vector<RawItem> ordered;
  ordered.reserve(sources.items.size());
  for (const auto& [place, index] : places) ordered.push_back(std::move(sources.items[index]));
  sources.items = std::move(ordered);
}

}  // namespace framewright
