#include "register/redaction.h"

#include <algorithm>

#include "model/directive_catalogue.h"
#include "model/removal.h"
#include "model/selection.h"
#include "model/values.h"

namespace framewright {

namespace {

constexpr std::string_view redaction_type = "redaction", withheld_title = "Title withheld";
constexpr std::size_t shortest_text = 4;  // a shorter one says nothing by itself and stands in many findings

// A document without the words of one of its blocks.
void blank_words(Text& text, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) text.document.nodes[i].text_size = 0;
  const auto inside = [&](const auto& each) { return each.node >= first && each.node < end; };
  std::erase_if(text.targets, inside);
  std::erase_if(text.terms, inside);
  std::erase_if(text.heading_ids, inside);
}

class Redactor {
public:
  Redactor(Model& model, std::string_view date_format)
      : model_(model), date_format_(date_format), gone_(model.items.size(), false) {}

  void withhold(ItemId owner, std::string_view name);
  void apply(const Filters& filters);
  std::vector<std::string> texts;

private:
  void withhold_title(ItemId owner);
  void withhold_body(ItemId owner);
  void withhold_field(ItemId owner, std::size_t field);
  void withhold_links(ItemId owner, LinkId link);
  void withhold_nested(ItemId owner, const NestDef& nest);
  void note_places(ItemId nested, ItemId owner);
  void note(const FieldDef& def, const Scalar& value);
  void note(std::string text);
  void take_text(TextId text);
  void settle_references();

  Model& model_;
  std::string_view date_format_;
  std::vector<bool> gone_;
  std::vector<std::pair<ItemId, LinkId>> links_;
  std::vector<ItemId> renamed_;   // items whose names are withheld
  std::vector<ItemId> bodiless_;  // items whose body is withheld
};

void Redactor::note(std::string text) {
  if (text.size() >= shortest_text) texts.push_back(std::move(text));
}

// Choices and answers are few and stand in many findings; a finding about the field itself stands at the item.
void Redactor::note(const FieldDef& def, const Scalar& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    if (def.kind != FieldKind::choice && def.kind != FieldKind::status) note(*text);
  } else if (const auto* money = std::get_if<Money>(&value)) {
    note(format_money(*money));
    note(decimal_money(*money));
  } else if (const auto* date = std::get_if<Date>(&value)) {
    note(iso_date(*date));
    note(format_date(*date, date_format_));
  } else if (const auto* markdown = std::get_if<TextRef>(&value)) {
    note(*markdown->plain);
  }
}

void Redactor::take_text(TextId id) {
  if (id == no_text) return;
  Text& text = model_.texts[id];
  if (text.document.nodes.size() > 1)
    model_.withheld.push_back({text.owner, text.document.span(text.document.nodes[1])});
  Text blank;
  blank.owner = text.owner;
  blank.field = text.field;
  text = std::move(blank);
}

void Redactor::withhold_field(ItemId owner, std::size_t field) {
  Item& item = model_.items[owner];
  const FieldDef& def = model_.type(item).fields[field];
  const auto found = std::find_if(item.fields.begin(), item.fields.end(),
                                  [&](const FieldValue& value) { return value.field == field; });
  if (found == item.fields.end()) return;
  model_.withheld.push_back({owner, found->where});
  if (const auto* scalar = std::get_if<Scalar>(&found->value)) {
    note(def, *scalar);
    if (const auto* text = std::get_if<TextRef>(scalar)) take_text(text->text);
  } else {
    for (const ListElement& element : std::get<std::vector<ListElement>>(found->value)) note(def, element.value);
  }
  item.fields.erase(found);
  if (def.name == "also" || def.name == "former") renamed_.push_back(owner);
}

void Redactor::withhold_title(ItemId owner) {
  Item& item = model_.items[owner];
  if (item.title == withheld_title) return;
  note(item.title);
  model_.withheld.push_back({owner, item.title_where});
  take_text(item.title_text);
  withhold_field(owner, model_.type(item).field_index("title"));
  item.title = withheld_title;
  item.title_text = no_text;
  if (item.body != no_text) {
    Text& body = model_.texts[item.body];
    blank_words(body, std::min<std::size_t>(1, body.document.nodes.size()),
                std::min(body.first_block, body.document.nodes.size()));
  }
  renamed_.push_back(owner);
}

void Redactor::withhold_body(ItemId owner) {
  take_text(model_.items[owner].body);
  model_.items[owner].body = no_text;
  bodiless_.push_back(owner);
}

void Redactor::withhold_links(ItemId owner, LinkId link) {
  for (const Link& each : model_.links_from(owner))
    if (each.link == link) model_.withheld.push_back({owner, each.where});
  links_.emplace_back(owner, link);
}

void Redactor::note_places(ItemId nested, ItemId owner) {
  const Item& item = model_.items[nested];
  const TypeDef& type = model_.type(item);
  model_.withheld.push_back({owner, item.id_where});
  for (const FieldValue& value : item.fields) {
    model_.withheld.push_back({owner, value.where});
    if (const auto* scalar = std::get_if<Scalar>(&value.value)) note(type.fields[value.field], *scalar);
  }
  for (const Link& link : model_.links_from(nested)) model_.withheld.push_back({owner, link.where});
  for (const ItemId inner : model_.nested_in(nested)) note_places(inner, owner);
}

void Redactor::withhold_nested(ItemId owner, const NestDef& nest) {
  for (const ItemId nested : model_.nested_in(owner)) {
    if (model_.items[nested].type != nest.type) continue;
    gone_[nested] = true;
    note_places(nested, owner);
  }
}

void Redactor::withhold(ItemId owner, std::string_view name) {
  const TypeDef& type = model_.type(model_.items[owner]);
  LinkId link = 0;
  if (name == "title") return withhold_title(owner);
  if (name == "text") return withhold_body(owner);
  if (name == "id") return;
  if (const std::size_t field = type.field_index(name); field < type.fields.size()) return withhold_field(owner, field);
  if (const LinkDef* def = model_.schema->link(type, name, &link); def != nullptr && !def->up)
    return withhold_links(owner, link);
  const NestDef* nest = type.nest(name);
  if (nest != nullptr && model_.schema->types[nest->type].name != redaction_type) withhold_nested(owner, *nest);
}

// A reference by a name that is withheld reads its id, and one to a place in a body that is withheld leads to the page.
void Redactor::settle_references() {
  std::sort(renamed_.begin(), renamed_.end());
  std::sort(bodiless_.begin(), bodiless_.end());
  const auto has = [](const std::vector<ItemId>& items, ItemId item) {
    return std::binary_search(items.begin(), items.end(), item);
  };
  for (Text& text : model_.texts)
    for (Target& target : text.targets) {
      if (target.kind != Target::Kind::item) continue;
      Node& node = text.document.nodes[target.node];
      if (node.kind == NodeKind::reference && has(renamed_, target.item)) {
        const std::string& id = model_.items[target.item].id;
        node.in_source = false;
        node.text = static_cast<std::uint32_t>(text.document.strings.size());
        node.text_size = static_cast<std::uint32_t>(id.size());
        text.document.strings += id;
      }
      if (has(bodiless_, target.item)) target.text.clear();
    }
  std::erase_if(model_.paragraphs, [&](const NumberedParagraph& each) { return has(bodiless_, each.page); });
}

// What directives select may turn on a value that is now withheld.
void select_again(Model& model, const Filters& filters) {
  const ModelValues values(model);
  Diagnostics known;  // the same were found when the texts were read
  for (Text& text : model.texts)
    for (Directive& directive : text.directives) {
      const DirectiveEntry* entry = find_directive(directive.name);
      if (entry == nullptr) entry = &own_directive();
      for (auto& [name, items] : directive.selections) {
        const TomlValue* given = directive.options.find(name);
        const DirectiveOption* option = entry->option(name);
        const std::string fallback = option == nullptr ? std::string() : option->fallback;
        const auto selection =
            compile_selection(given == nullptr ? fallback : given->text, Origin(), model, filters, known);
        items = selection ? select_for_list(*selection, values, filters, known) : std::vector<ItemId>();
        sort_and_limit(items, directive.options, values);
      }
    }
}

void Redactor::apply(const Filters& filters) {
  std::sort(links_.begin(), links_.end());
  std::erase_if(model_.links, [&](const Link& link) {
    return std::binary_search(links_.begin(), links_.end(), std::pair(link.from, link.link));
  });
  settle_references();
  remove_items(model_, std::move(gone_));
  select_again(model_, filters);
  model_.collect_mentions();
  model_.index();
}

std::span<const ItemId> redactions_of(const Model& model) {
  const auto type = model.schema->find(redaction_type);
  return type ? model.of_type(*type) : std::span<const ItemId>();
}

}  // namespace

bool has_redactions(const Model& model) { return !redactions_of(model).empty(); }

bool withholds_something(const Model& model, ItemId item) {
  const auto nested = model.nested_in(item);
  return std::any_of(nested.begin(), nested.end(),
                     [&](ItemId each) { return model.type(model.items[each]).name == redaction_type; });
}

std::vector<std::string> redact(Model& model, const Filters& filters, std::string_view date_format) {
  if (!has_redactions(model)) return {};
  Redactor redactor(model, date_format);
  for (const ItemId redaction : redactions_of(model)) {
    const Item& item = model.items[redaction];
    const std::string* field = text_field(item, model.type(item), "field");
    if (field != nullptr && item.parent != no_item) redactor.withhold(item.parent, *field);
  }
  redactor.apply(filters);
  return std::move(redactor.texts);
}

}  // namespace framewright
