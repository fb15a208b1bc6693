#include "load/field_reader.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

namespace {

constexpr int least_year = 1000, greatest_year = 9999;

// What is wrong with a value, and how it is to be written.
struct Refusal {
  std::string message;
  std::string help;
  std::string label;
};

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::vector<ListedText> split_cell(const TomlValue& cell, char separator) {
  std::vector<ListedText> parts;
  std::string_view rest = cell.text;
  while (!rest.empty()) {
    const std::string_view part = trim(next_field(rest, separator));
    if (part.empty()) continue;
    const auto begin = static_cast<std::size_t>(part.data() - cell.text.data());
    parts.push_back({std::string(part), cell.origin.span(begin, begin + part.size())});
  }
  return parts;
}

class ScalarReader {
public:
  ScalarReader(const FieldDef& def, const CellFormat& format, Diagnostics& diagnostics)
      : def_(def), format_(format), diagnostics_(diagnostics) {}

  std::optional<Scalar> read(const TomlValue& value);

private:
  std::optional<Scalar> refuse(const TomlValue& value, Refusal refusal);
  std::optional<Scalar> text(const TomlValue& value);
  std::optional<Scalar> integer(const TomlValue& value);
  std::optional<Scalar> money(const TomlValue& value);
  std::optional<Scalar> date(const TomlValue& value);
  std::optional<Scalar> month(const TomlValue& value);
  std::optional<Scalar> boolean(const TomlValue& value);
  std::optional<Scalar> choice(const TomlValue& value);
  std::optional<Scalar> url(const TomlValue& value);
  std::optional<Scalar> email(const TomlValue& value);
  std::optional<std::int64_t> whole_number(const TomlValue& value) const;

  const FieldDef& def_;
  const CellFormat& format_;
  Diagnostics& diagnostics_;
};

std::optional<Scalar> ScalarReader::refuse(const TomlValue& value, Refusal refusal) {
  Diagnostic& d = diagnostics_.error("bad-value", value.where, def_.name + " " + refusal.message);
  d.help = std::move(refusal.help);
  d.label = std::move(refusal.label);
  return std::nullopt;
}

std::optional<Scalar> ScalarReader::read(const TomlValue& value) {
  switch (def_.kind) {
    case FieldKind::text:
    case FieldKind::inline_markdown:
    case FieldKind::markdown:
    case FieldKind::dated: return text(value);
    case FieldKind::integer:
    case FieldKind::year: return integer(value);
    case FieldKind::money: return money(value);
    case FieldKind::date: return date(value);
    case FieldKind::month: return month(value);
    case FieldKind::boolean: return boolean(value);
    case FieldKind::choice:
    case FieldKind::status: return choice(value);
    case FieldKind::url: return url(value);
    case FieldKind::email: return email(value);
  }
  return std::nullopt;
}

std::optional<Scalar> ScalarReader::text(const TomlValue& value) {
  if (value.kind == TomlValue::Kind::array || value.kind == TomlValue::Kind::table)
    return refuse(value, {"must be one text, not a list or a table", {}, {}});
  if (value.kind != TomlValue::Kind::text)
    return refuse(value,
                  {"must be text", "put it between quotation marks: " + def_.name + " = " + quoted(value.text), {}});
  if (def_.pattern && !def_.pattern->form.matches_whole(value.text)) {
    return refuse(value, {"cannot be " + quoted(value.text),
                          def_.pattern->example.empty()
                              ? "its form is " + def_.pattern->form.written()
                              : "write it in the form that is asked for, such as " + quoted(def_.pattern->example),
                          {}});
  }
  return Scalar(value.text);
}

std::optional<std::int64_t> ScalarReader::whole_number(const TomlValue& value) const {
  if (value.kind == TomlValue::Kind::integer) return value.integer;
  const std::string_view digits = std::string_view(value.text).substr(value.text.starts_with('-') ? 1 : 0);
  if (!format_.cells || digits.empty() || digits.size() > 15) return std::nullopt;
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  return std::stoll(value.text);
}

std::optional<Scalar> ScalarReader::integer(const TomlValue& value) {
  const std::optional<std::int64_t> number = whole_number(value);
  if (def_.kind == FieldKind::year && (!number || *number < least_year || *number > greatest_year))
    return refuse(value, {"must be a year", "write it as a number of four digits, such as 2026", {}});
  if (!number)
    return refuse(value, {"must be a whole number",
                          "write it in digits" + std::string(format_.cells ? "" : ", without quotation marks"),
                          {}});
  return Scalar(*number);
}

std::optional<Scalar> ScalarReader::money(const TomlValue& value) {
  const bool written = value.kind == TomlValue::Kind::text || value.kind == TomlValue::Kind::integer ||
                       value.kind == TomlValue::Kind::floating;
  std::string digits = value.text;
  if (value.kind == TomlValue::Kind::integer) digits = std::to_string(value.integer);
  const std::optional<Money> amount = written ? parse_money(digits) : std::nullopt;
  if (!amount)
    return refuse(value, {"must be an amount of money" + (written ? ", not " + quoted(value.text) : std::string()),
                          "write pounds, with two decimals for pence: 30000 or 30000.50 or \"£30,000.50\"",
                          {}});
  return Scalar(*amount);
}

std::optional<Scalar> ScalarReader::date(const TomlValue& value) {
  if (value.kind == TomlValue::Kind::date) return Scalar(value.date);
  if (format_.cells || value.kind == TomlValue::Kind::text) {
    if (const auto read = parse_date(value.text, format_.date_format)) return Scalar(*read);
  }
  const Date example{std::chrono::year(2027), std::chrono::month(3), std::chrono::day(31)};
  const std::string form = format_date(example, format_.date_format);
  return refuse(value, {"must be a date" + (value.text.empty() ? "" : ", not " + quoted(value.text)),
                        "write it like this: " + form,
                        {}});
}

std::optional<Scalar> ScalarReader::month(const TomlValue& value) {
  const std::optional<std::int64_t> number = whole_number(value);
  if (!number || *number < 1 || *number > 12)
    return refuse(value, {"must be a month, from 1 for January to 12 for December", {}, {}});
  return Scalar(*number);
}

std::optional<Scalar> ScalarReader::boolean(const TomlValue& value) {
  if (value.kind == TomlValue::Kind::boolean) return Scalar(value.boolean);
  const std::string word = ascii_lower(value.text);
  if (format_.cells && (word == "yes" || word == "true")) return Scalar(true);
  if (format_.cells && (word == "no" || word == "false")) return Scalar(false);
  if (format_.cells) return refuse(value, {"must be yes or no, not " + quoted(value.text), {}, {}});
  const bool text = value.kind == TomlValue::Kind::text;
  return refuse(value, {"must be true or false", text ? "write it without quotation marks" : "", {}});
}

std::optional<Scalar> ScalarReader::choice(const TomlValue& value) {
  if (value.kind == TomlValue::Kind::array || value.kind == TomlValue::Kind::table)
    return refuse(value,
                  {"must be one text, not a list or a table", "it is one of " + join_words(def_.choices, "or"), {}});
  const std::string word = value.kind == TomlValue::Kind::boolean ? (value.boolean ? "yes" : "no") : value.text;
  if (std::find(def_.choices.begin(), def_.choices.end(), word) != def_.choices.end()) return Scalar(word);
  const std::vector<std::string_view> known(def_.choices.begin(), def_.choices.end());
  const auto near = nearest(word, known);
  return refuse(value, {"cannot be " + quoted(word), "it is one of " + join_words(def_.choices, "or"),
                        near ? "did you mean " + quoted(*near) + "?" : std::string()});
}

std::optional<Scalar> ScalarReader::url(const TomlValue& value) {
  const std::string_view text = value.text;
  const bool web = text.starts_with("https://") || text.starts_with("http://");
  const std::size_t host = text.find("://") + 3;
  const bool spaced = std::any_of(text.begin(), text.end(), [](char c) { return is_space(c); });
  if (value.kind == TomlValue::Kind::text && web && !spaced && text.find('.', host) != std::string_view::npos)
    return Scalar(value.text);
  if (spaced) return refuse(value, {"has a space in it", "write the whole address: https://www.example.org/", {}});
  return refuse(value, {"must be an address on the web", "write the whole address: https://www.example.org/", {}});
}

std::optional<Scalar> ScalarReader::email(const TomlValue& value) {
  const std::size_t at = value.text.find('@');
  const bool spaced = std::any_of(value.text.begin(), value.text.end(), [](char c) { return is_space(c); });
  const bool whole = at != std::string::npos && at > 0 && value.text.find('.', at) != std::string::npos &&
                     value.text.find('@', at + 1) == std::string::npos;
  if (value.kind == TomlValue::Kind::text && whole && !spaced) return Scalar(value.text);
  return refuse(value, {"must be an e-mail address, such as \"commissioning@example.gov.uk\"", {}, {}});
}

TomlValue as_value(const ListedText& part, Origin origin) {
  TomlValue value;
  value.kind = TomlValue::Kind::text;
  value.text = part.text;
  value.where = part.where;
  value.origin = std::move(origin);
  return value;
}

}  // namespace

std::optional<FieldValue> read_field_value(const FieldDef& def, std::size_t index, const TomlValue& value,
                                           const CellFormat& format, Diagnostics& diagnostics) {
  FieldValue field;
  field.field = static_cast<std::uint16_t>(index);
  field.where = value.where;
  ScalarReader reader(def, format, diagnostics);
  if (!def.list) {
    std::optional<Scalar> scalar = reader.read(value);
    if (!scalar) return std::nullopt;
    field.value = std::move(*scalar);
    return field;
  }
  std::vector<ListElement> elements;
  if (format.cells) {
    for (const ListedText& part : split_cell(value, format.list_separator))
      if (auto scalar = reader.read(as_value(part, Origin(part.where.file, part.where.begin))))
        elements.push_back({std::move(*scalar), part.where});
  } else if (value.kind == TomlValue::Kind::array) {
    for (const TomlValue& item : value.items)
      if (auto scalar = reader.read(item)) elements.push_back({std::move(*scalar), item.where});
  } else {
    diagnostics.error("bad-value", value.where, def.name + " must be a list").help =
        "write it in square brackets: " + def.name +
        (value.kind == TomlValue::Kind::text ? " = [\"one\", \"two\"]" : " = [1, 2]");
    return std::nullopt;
  }
  field.value = std::move(elements);
  return field;
}

std::optional<std::vector<ListedText>> read_link_value(const LinkDef& def, const TomlValue& value,
                                                       const CellFormat& format, Diagnostics& diagnostics) {
  if (format.cells) return split_cell(value, format.list_separator);
  std::vector<ListedText> ids;
  bool right = true;
  const auto name = [&](const TomlValue& id) {
    right = right && id.kind == TomlValue::Kind::text;
    if (!trim(id.text).empty()) ids.push_back({id.text, id.where});
  };
  if (value.kind == TomlValue::Kind::array)
    for (const TomlValue& item : value.items) name(item);
  else
    name(value);
  if (right) return ids;
  diagnostics.error("bad-value", value.where, def.name + " must name items by their ids").help =
      "write the ids between quotation marks: " + def.name +
      (def.one() ? " = \"the-id\"" : " = [\"one-id\", \"another-id\"]");
  return std::nullopt;
}

}  // namespace framewright
