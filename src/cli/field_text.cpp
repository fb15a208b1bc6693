#include "cli/field_text.h"

#include "base/text.h"

namespace framewright {

namespace {

struct ScalarText {
  const FieldDef& def;

  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const {
    if (def.kind == FieldKind::month && number >= 1 && number <= 12)
      return english_date_names().months[static_cast<std::size_t>(number - 1)];
    return std::to_string(number);
  }
  std::string operator()(Money money) const { return format_money(money); }
  std::string operator()(Date date) const { return iso_date(date); }
  std::string operator()(bool truth) const { return truth ? "yes" : "no"; }
  std::string operator()(const TextRef& text) const { return *text.plain; }
};

struct ScalarJson {
  JsonWriter& json;

  void operator()(const std::string& text) const { json.value(text); }
  void operator()(std::int64_t number) const { json.value(number); }
  void operator()(Money money) const { json.raw(decimal_money(money)); }
  void operator()(Date date) const { json.value(iso_date(date)); }
  void operator()(bool truth) const { json.value(truth); }
  void operator()(const TextRef& text) const { json.value(*text.plain); }
};

}  // namespace

std::string field_text(const FieldDef& def, const FieldValue& value) {
  const ScalarText text{def};
  if (const auto* scalar = std::get_if<Scalar>(&value.value)) return std::visit(text, *scalar);
  std::vector<std::string> parts;
  for (const ListElement& element : std::get<std::vector<ListElement>>(value.value))
    parts.push_back(std::visit(text, element.value));
  return join(parts, ", ");
}

void write_field_json(JsonWriter& json, const FieldValue& value) {
  const ScalarJson write{json};
  if (const auto* scalar = std::get_if<Scalar>(&value.value)) return std::visit(write, *scalar);
  json.begin_array();
  for (const ListElement& element : std::get<std::vector<ListElement>>(value.value)) std::visit(write, element.value);
  json.end_array();
}

}  // namespace framewright
