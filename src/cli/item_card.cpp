#include "cli/item_card.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/message.h"
#include "base/text.h"
#include "cli/field_text.h"
#include "cli/item_list.h"
#include "cli/text_layout.h"
#include "model/coverage.h"
#include "model/status.h"
#include "port/json.h"
#include "port/unicode.h"

namespace framewright {

namespace {

using Rows = std::vector<std::vector<std::string>>;

// Beyond this a search for the nearest id would be felt.
constexpr std::size_t most_suggestions = 20000;

constexpr TableLayout part{.indent = 2};

// Fields that the head of the card says already.
bool is_in_head(const FieldDef& field) { return field.name == "id" || field.name == "title" || field.name == "status"; }

class Card {
public:
  Card(const Model& model, ItemId item)
      : model_(model), id_(item), item_(model.items[item]), type_(model.type(item_)), places_(model.files, {}) {}

  std::string text();
  std::string json();

private:
  std::string place(Span where) {
    return model_.files[where.file].path + ":" + std::to_string(places_.position(where).line);
  }
  std::vector<std::string> naming(std::string first, ItemId other) const {
    const Item& item = model_.items[other];
    return {std::move(first), model_.type(item).name, item.id, model_.name(other)};
  }
  std::string reading(const Link& link, bool back) const {
    const LinkDef& def = model_.schema->links[link.link];
    return back ? def.reads_back : def.reads;
  }

  Rows head();
  Rows fields() const;
  Rows links() const;
  Rows mentions();
  std::string body() const;
  void write_end(JsonWriter& json, const Link& link, bool back);
  void write_mention(JsonWriter& json, const Mention& mention);

  const Model& model_;
  ItemId id_;
  const Item& item_;
  const TypeDef& type_;
  MessageWriter places_;
};

Rows Card::head() {
  Rows rows{{"type", type_.name}, {"id", item_.id}};
  if (const std::string status = item_status(model_, id_); !status.empty()) rows.push_back({"status", status});
  rows.push_back({"file", place(item_.id_where)});
  rows.push_back({"address", item_.draft ? "none: it is a draft" : item_address(item_)});
  if (!type_.covered_by.empty() && !is_retired(model_, id_) && covering_items(model_, id_).empty())
    rows.push_back({"coverage", "none: nothing that should covers it"});
  return rows;
}

Rows Card::fields() const {
  Rows rows;
  for (const FieldValue& value : item_.fields) {
    const FieldDef& def = type_.fields[value.field];
    if (!is_in_head(def)) rows.push_back({def.name, field_text(def, value)});
  }
  return rows;
}

// Relations that read alike are one, as a decision about a contract and a contract by a decision are.
Rows Card::links() const {
  std::vector<std::pair<std::string, std::vector<ItemId>>> groups;
  const auto add = [&](const Link& link, bool back) {
    const std::string reads = reading(link, back) + ":";
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == reads; });
    if (group == groups.end()) group = groups.insert(group, {reads, {}});
    group->second.push_back(back ? link.from : link.to);
  };
  for (const Link& link : model_.links_from(id_)) add(link, false);
  for (const std::uint32_t index : model_.links_to(id_)) add(model_.links[index], true);
  Rows rows;
  for (const auto& [reads, others] : groups) {
    std::unordered_set<ItemId> seen;
    for (const ItemId other : others)
      if (seen.insert(other).second) rows.push_back(naming(seen.size() == 1 ? reads : "", other));
  }
  return rows;
}

// One row for each item that mentions this one, at its first place.
Rows Card::mentions() {
  std::map<ItemId, std::pair<Span, std::size_t>> from;
  for (const std::uint32_t index : model_.mentions_of(id_)) {
    const Mention& mention = model_.mentions[index];
    ++from.try_emplace(mention.from, mention.where, 0).first->second.second;
  }
  Rows rows;
  for (const auto& [other, found] : from) {
    const auto& [where, count] = found;
    std::vector<std::string> row = naming(place(where), other);
    if (count > 1) row.back() += " (" + std::to_string(count) + " times)";
    rows.push_back(std::move(row));
  }
  return rows;
}

// The body of an item that shares its file with others; that of a page is as long as the file.
std::string Card::body() const {
  if (item_.form == ItemForm::page || item_.body == no_text) return {};
  return plain_text(model_.texts[item_.body].document, 0);
}

std::string Card::text() {
  std::string out = model_.reads(id_) + "\n" + aligned(head(), part);
  const auto add = [&](std::string_view title, const Rows& rows) {
    if (!rows.empty()) out += "\n" + std::string(title) + "\n" + aligned(rows, part);
  };
  add("Fields", fields());
  if (const std::string words = body(); !words.empty()) out += "\nText\n" + wrapped(words, 2);
  add("Links", links());
  add("Mentioned in the text", mentions());
  return out;
}

void Card::write_end(JsonWriter& json, const Link& link, bool back) {
  const ItemId other = back ? link.from : link.to;
  json.begin_object().field("link", model_.schema->links[link.link].name).field("reads", reading(link, back));
  json.field("type", model_.type(model_.items[other]).name).field("id", model_.items[other].id);
  json.field("title", model_.name(other)).end_object();
}

void Card::write_mention(JsonWriter& json, const Mention& mention) {
  const Position at = places_.position(mention.where);
  json.begin_object().field("type", model_.type(model_.items[mention.from]).name);
  json.field("id", model_.items[mention.from].id).field("path", model_.files[mention.where.file].path);
  json.field("line", at.line).field("column", at.column).end_object();
}

std::string Card::json() {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_object().field("type", type_.name).field("id", item_.id).field("title", model_.name(id_));
  json.field("reads", model_.reads(id_)).field_if("status", item_status(model_, id_));
  json.field("path", model_.files[item_.file].path).field("line", places_.position(item_.id_where).line);
  json.field_if("address", item_address(item_));
  json.key("fields").begin_object();
  for (const FieldValue& value : item_.fields) {
    json.key(type_.fields[value.field].name);
    write_field_json(json, value);
  }
  json.end_object().field_if("text", body()).key("links").begin_array();
  for (const Link& link : model_.links_from(id_)) write_end(json, link, false);
  json.end_array().key("back_links").begin_array();
  for (const std::uint32_t index : model_.links_to(id_)) write_end(json, model_.links[index], true);
  json.end_array().key("mentions").begin_array();
  for (const std::uint32_t index : model_.mentions_of(id_)) write_mention(json, model_.mentions[index]);
  json.end_array().end_object();
  return out + "\n";
}

std::vector<ItemId> typed_items(const Model& model, std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos) return {};
  const auto type = model.schema->find(trim(word.substr(0, colon)));
  const ItemId item = type ? model.find(*type, trim(word.substr(colon + 1))) : no_item;
  return item == no_item ? std::vector<ItemId>{} : std::vector{item};
}

}  // namespace

std::vector<ItemId> items_called(const Model& model, std::string_view word) {
  std::vector<ItemId> exact = typed_items(model, word), alike;
  if (!exact.empty()) return exact;
  const std::string folded = fold_case(word);
  if (folded.empty()) return {};  // a criterion may have no title, but nobody asks for it so
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    if (item.id == word)
      exact.push_back(static_cast<ItemId>(i));
    else if (fold_case(item.id) == folded || fold_case(item.title) == folded)
      alike.push_back(static_cast<ItemId>(i));
  }
  return exact.empty() ? alike : exact;
}

std::string unknown_item(const Model& model, std::string_view word) {
  std::vector<std::string_view> ids;
  if (model.items.size() <= most_suggestions)
    for (const Item& item : model.items) ids.push_back(item.id);
  std::string message = "nothing has the id or the title \"" + std::string(word) + "\"";
  if (const auto near = nearest(word, ids)) {
    message += "; did you mean \"" + std::string(*near) + "\"";
    const std::vector<ItemId> found = items_called(model, *near);
    if (!found.empty() && !model.items[found.front()].title.empty())
      message += " (" + model.items[found.front()].title + ")";
    message += "?";
  }
  return message + "\nList the items of a type with `framewright list TYPE`.";
}

std::string ambiguous_item(const Model& model, std::string_view word, const std::vector<ItemId>& items) {
  Rows rows;
  for (const ItemId id : items)
    rows.push_back({model.type(model.items[id]).name + ":" + model.items[id].id, model.name(id)});
  std::string table = aligned(rows, part);
  table.pop_back();
  return "\"" + std::string(word) + "\" fits " + std::to_string(items.size()) + " items; say which one is meant:\n" +
         table;
}

std::string item_text(const Model& model, ItemId item) { return Card(model, item).text(); }

std::string item_json(const Model& model, ItemId item) { return Card(model, item).json(); }

}  // namespace framewright
