#include "load/field_declaration.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace framewright {

namespace {

// "Review by" of review_by.
std::string label_of(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return capitalised(std::move(name));
}

// Keys of every item that are not fields.
constexpr std::array<std::string_view, 2> item_keys{"text", "waive"};

}  // namespace

bool is_free_name(const TomlEntry& entry, Diagnostics& diagnostics) {
  if (std::find(item_keys.begin(), item_keys.end(), entry.key) == item_keys.end()) return true;
  diagnostics.error("bad-config", entry.key_where, "\"" + entry.key + "\" is the name of what every item has").help =
      "give it another name";
  return false;
}

std::optional<Pattern> read_pattern(TableReader& reader, std::string_view key) {
  std::string written, example;
  const TomlValue* value = reader.text(key, written);
  reader.text("example", example);
  if (value == nullptr) return std::nullopt;
  if (auto form = RegularExpression::compile(written)) return Pattern{std::move(*form), example};
  reader.wrong(value->where, "this is not a pattern that can be matched").help =
      "a pattern is a regular expression, such as \"S[0-9]+\", without back-references or look-ahead";
  return std::nullopt;
}

std::optional<FieldDef> read_field_declaration(const TomlEntry& entry, std::vector<NamedField>& named,
                                               Diagnostics& diagnostics) {
  if (!is_free_name(entry, diagnostics)) return std::nullopt;
  if (entry.value.kind != TomlValue::Kind::table) {
    diagnostics.error("bad-config", entry.value.where,
                      "a field is declared by a table, such as " + entry.key + " = { kind = \"text\" }");
    return std::nullopt;
  }
  FieldDef field;
  field.name = entry.key;
  field.where = entry.key_where;
  TableReader reader(entry.value, "the field " + entry.key, diagnostics);
  std::string kind = "text";
  const TomlValue* kind_value = reader.text("kind", kind);
  if (const auto known = field_kind(kind)) {
    field.kind = *known;
  } else {
    reader.wrong(kind_value->where, "there is no kind of field \"" + kind + "\"").help =
        "the kinds are text, inline, markdown, integer, money, date, month, year, dated, boolean, choice, status, url "
        "and email";
  }
  reader.flag("list", field.list);
  reader.flag("required", field.required);
  reader.texts("choices", field.choices);
  if (const TomlValue* dates = reader.texts("between", field.between))
    for (const TomlValue& date : dates->items) named.push_back({page_type, date.text, FieldKind::date, date.where});
  if (const TomlValue* date = reader.text("from", field.from))
    named.push_back({page_type, field.from, FieldKind::date, date->where});
  reader.text("says", field.says);
  field.label = label_of(field.name);
  reader.text("label", field.label);
  field.pattern = read_pattern(reader, "pattern");
  if (field.kind == FieldKind::choice && field.choices.empty())
    reader.wrong(entry.key_where, "a field of the kind choice needs choices").help =
        entry.key + " = { kind = \"choice\", choices = [\"one\", \"two\"] }";
  reader.finish();
  return field;
}

}  // namespace framewright
