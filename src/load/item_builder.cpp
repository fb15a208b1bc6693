#include "load/item_builder.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "load/collection.h"
#include "load/raw_order.h"
#include "load/waiver_reader.h"
#include "port/markdown.h"
#include "port/unicode.h"

namespace framewright {

namespace {

bool is_markdown(FieldKind kind) { return kind == FieldKind::markdown || kind == FieldKind::inline_markdown; }

constexpr std::size_t largest_batch = 1000;  // rows that are read on end, and go when they are built

// Fields that the generator itself acts on.
constexpr std::string_view title_key = "title", order_key = "order", draft_key = "draft", text_key = "text";

// "value_net: how much", "procedure: how the supplier was chosen (quote, tender or direct)".
std::string with_meaning(const FieldDef& def) {
  const std::string choices = join_words(def.choices, "or");
  if (def.says.empty()) return def.name + (choices.empty() ? "" : ": " + choices);
  return def.name + ": " + ascii_lower(def.says.substr(0, 1)) + def.says.substr(1) +
         (choices.empty() ? "" : " (" + choices + ")");
}

std::string how_to_give(const FieldDef& def) { return "add " + with_meaning(def); }

// How many of the first items are rows of one file in its order, to be read on end; one that is no row stands alone.
std::size_t next_batch(const std::deque<RawItem>& items) {
  const Span first = items.front().row;
  std::size_t count = 1;
  if (!first.known()) return count;
  for (std::uint32_t end = first.end; count < std::min(items.size(), largest_batch); ++count) {
    const Span next = items[count].row;
    if (next.file != first.file || next.begin < end) break;
    end = next.end;
  }
  return count;
}

bool is_blank(const TomlValue& value) { return value.kind == TomlValue::Kind::text && trim(value.text).empty(); }

// A blank text where a text is asked for is none, and one where a value is needed is reported as missing.
bool counts_as_absent(const FieldDef& def, const TomlValue& value) {
  const bool text = def.kind == FieldKind::text || def.kind == FieldKind::dated || is_markdown(def.kind);
  return is_blank(value) && !def.list && (text || def.required);
}

}  // namespace

std::string number_in(std::string_view id) {
  const auto digit = std::find_if(id.begin(), id.end(), is_digit);
  return std::string(digit, id.end());
}

void ItemBuilder::build(Sources& sources) {
  for (const CsvHeader& header : sources.headers) headers_.emplace(header.file, &header);
  model_.items.reserve(sources.items.size());
  while (!sources.items.empty()) {
    const std::size_t count = next_batch(sources.items);
    const RawItem& first = sources.items.front();
    if (first.row.known())
      read_rows(sources.items, count, *headers_.at(first.file), model_.files[first.file].text,
                [&](RawItem& raw) { add(raw, no_item); });
    else
      add(sources.items.front(), no_item);
    sources.items.erase(sources.items.begin(), sources.items.begin() + static_cast<std::ptrdiff_t>(count));
  }
}

ItemId ItemBuilder::add(RawItem& raw, ItemId parent) {
  const auto id = static_cast<ItemId>(model_.items.size());
  const TypeDef& type = config_.schema.types[raw.type];
  Item item;
  item.type = raw.type;
  item.form = raw.form;
  item.section_index = raw.section_index;
  item.untranslated = raw.untranslated;
  item.incomplete = raw.incomplete;
  item.file = raw.file;
  item.id = raw.id;
  item.id_where = raw.id_where;
  item.path = raw.path;
  item.parent = parent;
  if (type.numbered) item.number = number_in(raw.id);
  model_.items.push_back(std::move(item));
  if (!raw.body.empty()) {
    Text text;
    text.owner = id;
    text.field = text_key;
    text.document = std::move(raw.body);
    model_.items[id].body = static_cast<TextId>(model_.texts.size());
    model_.texts.push_back(std::move(text));
  }
  fields_.clear();
  meant_.clear();
  const SourceSettings& settings =
      config_.source(raw.form == ItemForm::csv ? std::string_view(model_.files[raw.file].path) : std::string_view());
  allow_withheld(id, raw);
  for (TomlEntry& entry : raw.table.entries) read_entry(id, raw, entry, settings);
  std::sort(fields_.begin(), fields_.end(), [](const FieldValue& a, const FieldValue& b) { return a.field < b.field; });
  model_.items[id].fields.assign(std::make_move_iterator(fields_.begin()), std::make_move_iterator(fields_.end()));
  if (parent != no_item && model_.items[parent].draft) model_.items[id].draft = true;
  settle_title(id, raw);
  if (!raw.incomplete) report_missing(model_.items[id], raw);
  for (TomlEntry& entry : raw.table.entries)
    if (const NestDef* nest = type.nest(entry.key)) add_nested(id, *nest, entry.value);
  return id;
}

void ItemBuilder::read_entry(ItemId id, RawItem& raw, TomlEntry& entry, const SourceSettings& settings) {
  const TypeDef& type = config_.schema.types[raw.type];
  const bool is_cell = raw.form == ItemForm::csv && entry.value.where.file == raw.file;
  CellFormat format;
  if (is_cell) format = {true, settings.list_separator, settings.date_format};
  const std::size_t index = type.field_index(entry.key);
  LinkId link = 0;
  if (index < type.fields.size()) {
    if (counts_as_absent(type.fields[index], entry.value)) return;
    const std::size_t found = diagnostics_.all().size();
    auto value = read_field_value(type.fields[index], index, entry.value, format, diagnostics_);
    if (diagnostics_.all().size() > found && diagnostics_.all().back().severity == Severity::error)
      model_.items[id].refused.push_back(static_cast<std::uint16_t>(index));
    if (!value) return;
    read_special(model_.items[id], type.fields[index], *value);
    const auto* scalar = std::get_if<Scalar>(&value->value);
    if (scalar != nullptr && is_markdown(type.fields[index].kind) &&
        (type.fields[index].kind == FieldKind::markdown || has_markup(entry.value.text)))
      texts.push_back({entry.key == title_key ? WrittenText::Use::title : WrittenText::Use::field, id, index,
                       entry.value.text, entry.value.origin});
    fields_.push_back(std::move(*value));
  } else if (const LinkDef* def = config_.schema.link(type, entry.key, &link); def != nullptr && !def->up) {
    auto ids = read_link_value(*def, entry.value, format, diagnostics_);
    const bool refused = !ids;
    if (refused) model_.items[id].leads_nowhere = true;
    links.push_back({id, link, refused ? std::vector<ListedText>{} : std::move(*ids), refused});
  } else if (entry.key == text_key && raw.form != ItemForm::page) {
    read_text_key(id, entry);
  } else if (entry.key == "waive") {
    read_waivers(entry.value);
  } else if (type.nest(entry.key) == nullptr) {
    report_unknown(id, raw, entry);
  }
}

void ItemBuilder::read_waivers(const TomlValue& value) {
  const auto refuse = [&](Span where) {
    diagnostics_.error("bad-value", where, "waive must be written as [[waive]], once for each");
  };
  if (value.kind != TomlValue::Kind::array) refuse(value.where);
  for (const TomlValue& table : value.items) {
    if (table.kind != TomlValue::Kind::table)
      refuse(table.where);
    else if (auto waiver = read_waiver(table, "[[waive]]", false, diagnostics_))
      model_.waivers.push_back(std::move(*waiver));
  }
}

void ItemBuilder::read_text_key(ItemId id, TomlEntry& entry) {
  if (entry.value.kind == TomlValue::Kind::text) {
    texts.push_back({WrittenText::Use::body, id, 0, entry.value.text, entry.value.origin});
    return;
  }
  diagnostics_.error("bad-value", entry.value.where, "text must be text").help = "put it between quotation marks";
}

void ItemBuilder::read_special(Item& item, const FieldDef& def, const FieldValue& value) {
  const auto* scalar = std::get_if<Scalar>(&value.value);
  if (scalar == nullptr) return;
  if (def.name == title_key) {
    item.title = std::get<std::string>(*scalar);
    item.title_where = value.where;
  } else if (def.name == order_key) {
    item.order = std::get<std::int64_t>(*scalar);
    item.has_order = true;
  } else if (def.name == draft_key) {
    item.draft = std::get<bool>(*scalar);
  }
}

void ItemBuilder::settle_title(ItemId id, const RawItem& raw) {
  Item& item = model_.items[id];
  const TypeDef& type = config_.schema.types[item.type];
  if (item.form == ItemForm::page) take_heading_as_title(item);
  for (const std::string& name : type.title_from) {
    if (!item.title.empty()) break;
    const FieldValue* value = item.field(type, name);
    if (value == nullptr) continue;
    if (const std::string* text = text_field(item, type, name)) item.title = *text;
    item.title_where = value->where;
  }
  if (!item.title.empty() || item.incomplete ||
      (type.numbered && (raw.table.find(text_key) != nullptr || item.body != no_text)))
    return;
  const auto meant = [&](const std::string& name) { return was_meant(name); };
  if (was_meant(title_key) || std::any_of(type.title_from.begin(), type.title_from.end(), meant)) return;
  const TomlValue* refused = raw.table.find(title_key);
  if (refused == nullptr || is_blank(*refused)) report_missing_title(item, raw);
}

// A page with no title takes its leading heading of the first level; with both, they must agree.
void ItemBuilder::take_heading_as_title(Item& item) {
  if (item.body == no_text) return;
  Text& body = model_.texts[item.body];
  const Document& document = body.document;
  if (document.nodes.size() < 2 || document.nodes[1].kind != NodeKind::heading || document.nodes[1].level != 1) return;
  const std::string words = plain_text(document, 1);
  std::string title = item.title;
  if (has_markup(title)) {
    Diagnostics none;
    const MarkdownOptions options{.smart_quotes = config_.markdown.smart_quotes, .inline_only = true};
    title = plain_text(parse_markdown(title, Origin(), options, none), 0);
  }
  const Span where = document.span(document.nodes[1]);
  if (item.title.empty()) {
    item.title = words;
    item.title_where = where;
    if (item.id_where.begin == 0 && item.id_where.end == 0) item.id_where = where;
    body.first_block = document.nodes[1].end;
    return;
  }
  if (fold_case(words) == fold_case(title)) {
    body.first_block = document.nodes[1].end;
    return;
  }
  Diagnostic& d = diagnostics_.warning("title-mismatch", where, "this heading and the title of the page differ");
  d.notes.push_back({item.title_where, "the title stands here"});
  d.help = "take the heading out, or give it a lower level (##) if it is a part of the page";
}

void ItemBuilder::report_missing_title(const Item& item, const RawItem& raw) {
  const TypeDef& type = config_.schema.types[item.type];
  if (!type.title_from.empty()) {
    // One that is needed anyway is reported as missing by itself.
    if (std::any_of(type.title_from.begin(), type.title_from.end(),
                    [&](const std::string& name) { return type.field(name) != nullptr && type.field(name)->required; }))
      return;
    diagnostics_.error("missing-field", item.id_where,
                       "this " + type.label + " needs " + join_words(type.title_from, "or"));
    return;
  }
  if (item.form == ItemForm::csv && reports_column(item, *type.field(title_key))) return;
  Diagnostic& d = diagnostics_.error("missing-field", item.id_where, "this " + type.label + " has no title");
  if (item.form == ItemForm::csv)
    d.help = "fill in the title of this row";
  else if (raw.form == ItemForm::page)
    d.help = "write title = \"…\" between the lines of +++ at the top";
  else
    d.help = type.numbered ? "write title = \"…\", or its words as text = \"…\"" : "write title = \"…\"";
}

void ItemBuilder::add_nested(ItemId parent, const NestDef& nest, TomlValue& value) {
  if (value.kind != TomlValue::Kind::array) {
    diagnostics_.error("bad-value", value.where,
                       nest.name + " must be written as [[" + nest.name + "]], once for each");
    return;
  }
  std::size_t number = 0;
  bool reported = false;
  for (TomlValue& table : value.items) {
    ++number;
    if (table.kind != TomlValue::Kind::table) {
      if (!reported)
        diagnostics_.error("bad-value", table.where,
                           nest.name + " must be written as [[" + nest.name + "]], once for each");
      reported = true;
      continue;
    }
    RawItem raw;
    raw.type = nest.type;
    raw.form = ItemForm::nested;
    raw.file = table.where.file;
    raw.id = model_.items[parent].id + "." + std::to_string(number);
    raw.id_where = table.where;
    raw.table = std::move(table);
    if (const TomlValue* id = raw.table.find("id"); id != nullptr && id->kind == TomlValue::Kind::text) {
      raw.id = id->text;
      raw.id_where = id->where;
      (void)check_id(raw.id, raw.id_where, config_.schema.types[nest.type], diagnostics_);
    }
    if (!is_new_id(raw)) continue;
    const ItemId child = add(raw, parent);
    model_.links.push_back({child, parent, nest.link, raw.id_where});
  }
}

bool ItemBuilder::is_new_id(const RawItem& raw) {
  const auto [first, fresh] = nested_ids_.try_emplace(std::to_string(raw.type) + ":" + raw.id, raw.id_where);
  if (!fresh) report_duplicate_id(config_.schema.types[raw.type], raw.id, raw.id_where, first->second, diagnostics_);
  return fresh;
}

bool ItemBuilder::was_meant(std::string_view field) const {
  return std::find(meant_.begin(), meant_.end(), field) != meant_.end();
}

void ItemBuilder::report_unknown(ItemId id, const RawItem& raw, const TomlEntry& entry) {
  const TypeDef& type = config_.schema.types[raw.type];
  const bool csv = raw.form == ItemForm::csv;
  const std::pair column(entry.key_where.file, entry.key);
  const auto known = csv ? unknown_columns_.find(column) : unknown_columns_.end();
  if (known != unknown_columns_.end()) {  // unknown once, at its heading
    remember_meant(id, type, known->second);
    return;
  }
  const std::string near(nearest(entry.key, config_.schema.names(type)).value_or(""));
  remember_meant(id, type, near);
  if (csv) unknown_columns_.emplace(column, near);
  Diagnostic& d = diagnostics_.error("unknown-field", entry.key_where,
                                     with_article(type.label) + " has no field \"" + entry.key + "\"");
  if (!near.empty()) d.label = "did you mean \"" + near + "\"?";
  d.help = "`framewright types " + type.name + "` lists the fields";
  if (csv) d.help += "; leave a column out in site.toml with columns = { \"" + heading_of(entry) + "\" = \"\" }";
}

void ItemBuilder::remember_meant(ItemId id, const TypeDef& type, const std::string& near) {
  if (near.empty()) return;
  meant_.push_back(near);
  LinkId link = 0;
  if (config_.schema.link(type, near, &link) != nullptr) links.push_back({id, link, {}, true});
}

// What an item says that it withholds need not be given: a register that was published and read back does not know it.
void ItemBuilder::allow_withheld(ItemId id, const RawItem& raw) {
  const TypeDef& type = config_.schema.types[raw.type];
  for (const NestDef& nest : type.nests) {
    const TomlValue* given = raw.table.find(nest.name);
    if (given == nullptr || config_.schema.types[nest.type].name != "redaction") continue;
    for (const TomlValue& redaction : given->items) {
      const TomlValue* field = redaction.find("field");
      if (field == nullptr || field->kind != TomlValue::Kind::text) continue;
      const TomlValue* value = raw.table.find(field->text);
      if (value != nullptr && !is_blank(*value)) continue;
      remember_meant(id, type, field->text);
      if (const std::size_t index = type.field_index(field->text); index < type.fields.size())
        model_.items[id].refused.push_back(static_cast<std::uint16_t>(index));
    }
  }
}

// The heading of a column as the file has it, which site.toml may map to a field of another name.
std::string ItemBuilder::heading_of(const TomlEntry& column) const {
  std::string_view heading = trim(model_.files.text(column.key_where));
  if (heading.size() > 1 && heading.starts_with('"') && heading.ends_with('"'))
    heading = trim(heading.substr(1, heading.size() - 2));
  return std::string(heading);
}

void ItemBuilder::report_missing(const Item& item, const RawItem& raw) {
  const TypeDef& type = config_.schema.types[item.type];
  for (const FieldDef& def : type.fields) {
    if (!def.required || was_meant(def.name)) continue;
    const TomlValue* value = raw.table.find(def.name);
    if (value == nullptr)
      report_missing_field(item, raw, def);
    else if (is_blank(*value))
      diagnostics_.error("missing-field", value->where, "this " + type.label + " has no " + def.name).help =
          how_to_give(def);
  }
}

void ItemBuilder::report_missing_field(const Item& item, const RawItem& raw, const FieldDef& def) {
  if (raw.form == ItemForm::csv && reports_column(item, def)) return;
  const std::string& label = config_.schema.types[item.type].label;
  diagnostics_.error("missing-field", item.id_where, "this " + label + " has no " + def.name).help = how_to_give(def);
}

// A column that is not there is reported once, not for each row.
bool ItemBuilder::reports_column(const Item& item, const FieldDef& def) {
  const auto known = headers_.find(item.file);
  if (known == headers_.end()) return false;
  const CsvHeader& header = *known->second;
  if (std::find(header.fields.begin(), header.fields.end(), def.name) != header.fields.end()) return false;
  if (missing_columns_.emplace(item.file, def.name).second)
    diagnostics_.error("missing-field", header.where, "there is no column for the field \"" + def.name + "\"").help =
        "add the column " + (def.name == title_key ? def.name : with_meaning(def));
  return true;
}

}  // namespace framewright
