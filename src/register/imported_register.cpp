#include "register/imported_register.h"

#include <algorithm>
#include <optional>

#include "base/date.h"
#include "base/text.h"
#include "base/toml_text.h"
#include "port/csv.h"
#include "port/markdown.h"
#include "port/unicode.h"
#include "register/data_table.h"

namespace framewright {

namespace {

// The texts of cells as a site reads files of one name.
class CellForm {
public:
  explicit CellForm(const SourceSettings& settings) : settings_(settings) {}

  // Nothing when the values would not come back as they are.
  std::optional<std::string> cell(const std::vector<std::string>& values, bool list, FieldKind kind) const {
    if (!list && values.size() > 1) return std::nullopt;
    std::string out;
    for (const std::string& value : values) {
      const std::string text = kind == FieldKind::date ? day(value) : value;
      if (text.empty() || trim(text).size() != text.size()) return std::nullopt;
      if (list && text.find(settings_.list_separator) != std::string::npos) return std::nullopt;
      out += (out.empty() ? "" : std::string(1, settings_.list_separator)) + text;
    }
    return out;
  }
  // The headings that the site asks for, or the field's own name.
  std::vector<std::pair<std::string, std::string>> columns(const DataTable& table) const {
    std::vector<std::pair<std::string, std::string>> out;
    std::set<std::string_view> fields;
    for (const DataColumn& column : table.columns) {
      if (!fields.insert(column.name).second) continue;
      const auto mapped = std::find_if(settings_.columns.begin(), settings_.columns.end(),
                                       [&](const auto& each) { return each.second == column.name; });
      out.emplace_back(mapped == settings_.columns.end() ? column.name : mapped->first, column.name);
    }
    for (const auto& [heading, field] : settings_.columns)
      if (field.empty() || fields.insert(field).second) out.emplace_back(heading, field);
    return out;
  }

private:
  std::string day(const std::string& iso) const {
    const auto date = parse_date(iso);
    const std::string written = date ? format_date(*date, settings_.date_format) : std::string();
    return date && parse_date(written, settings_.date_format) == date ? written : std::string();
  }

  const SourceSettings& settings_;
};

std::string toml_value(const std::string& value, FieldKind kind) { return is_text(kind) ? toml_string(value) : value; }

std::string toml_values(const std::vector<std::string>& values, FieldKind kind, bool list) {
  if (!list) return toml_value(values.front(), kind);
  std::string out = "[";
  for (const std::string& value : values) out += (out.size() > 1 ? ", " : "") + toml_value(value, kind);
  return out + "]";
}

void write_part(std::string& out, const ImportedPart& part, const TypeDef& type) {
  out += "[[" + part.nest + "]]\n";
  for (const auto& [name, values] : part.fields) {
    if (values.empty()) continue;
    const FieldDef* field = type.field(name);
    const FieldKind kind = field == nullptr ? FieldKind::text : field->kind;
    out += toml_key(name) + " = " + toml_values(values, kind, field != nullptr && field->list) + "\n";
  }
}

std::string part_table(const ImportedItem& item, const ImportedPart& part, const Schema& schema, const TypeDef& type) {
  std::string out;
  const NestDef* nest = type.nest(part.nest);
  if (nest == nullptr) return out;
  write_part(out, part, schema.types[nest->type]);
  return "\n[[" + toml_key(item.id) + "." + out.substr(2);
}

// Writes the items of a table: what cells hold and, for the others, tables that complete the rows.
class ItemWriter {
public:
  ItemWriter(const DataTable& table, const Schema& schema, const SourceSettings& settings)
      : schema_(schema), type_(schema.types[table.type]), form_(settings), columns_(form_.columns(table)) {
    std::vector<std::string_view> cells;
    for (const auto& [heading, field] : columns_) cells.push_back(heading);
    append_csv_row(csv, cells);
  }

  void write(const ImportedItem& item);

  std::string csv, toml;

private:
  bool is_list(const std::string& field) const {
    const FieldDef* def = type_.field(field);
    const LinkDef* link = schema_.link(type_, field);
    return def == nullptr ? link != nullptr && !link->one() : def->list;
  }
  FieldKind kind_of(const std::string& field) const {
    const FieldDef* def = type_.field(field);
    return def == nullptr ? FieldKind::text : def->kind;
  }

  const Schema& schema_;
  const TypeDef& type_;
  CellForm form_;
  std::vector<std::pair<std::string, std::string>> columns_;  // headings and fields
};

void ItemWriter::write(const ImportedItem& item) {
  std::vector<std::string> texts(columns_.size());
  std::set<std::string_view> written;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string& field = columns_[i].second;
    const auto found = item.fields.find(field);
    if (field == "id") texts[i] = item.id;
    if (found == item.fields.end()) continue;
    const auto cell = form_.cell(found->second, is_list(field), kind_of(field));
    if (!cell) continue;
    texts[i] = *cell;
    written.insert(field);
  }
  append_csv_row(csv, std::vector<std::string_view>(texts.begin(), texts.end()));
  std::string details;
  for (const auto& [field, values] : item.fields)
    if (!values.empty() && !written.contains(field))
      details += toml_key(field) + " = " + toml_values(values, kind_of(field), is_list(field)) + "\n";
  for (const ImportedPart& part : item.parts) details += part_table(item, part, schema_, type_);
  if (details.empty()) return;
  toml += (toml.empty() ? "[" : "\n[") + toml_key(item.id) + "]\ncompletes = " + toml_string(item.id) + "\n" + details;
}

std::string slug_of(std::string_view name) {
  std::string slug;
  for (const char c : heading_slug(name))
    if (c != '-' || (!slug.empty() && slug.back() != '-')) slug.push_back(c);
  while (slug.ends_with('-')) slug.pop_back();
  return slug.empty() ? "supplier" : slug;
}

// The name without what registers write in different ways.
std::string folded_name(std::string_view name) {
  std::string words;
  const std::string folded = fold_case(name);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = decode_code_point(folded, at);
    if (c == U'&')
      words += " and ";
    else if (is_alphanumeric(c))
      append_code_point(words, c);
    else if (c == U' ')
      words += ' ';
  }
  std::string out;
  std::string_view rest = words;
  while (!rest.empty()) {
    const std::string_view word = next_field(rest, ' ');
    if (!word.empty() && word != "ltd" && word != "limited" && word != "the") out += std::string(word) + " ";
  }
  return out;
}

bool is_optional(const LinkDef& link, const ImportedItem& item) {
  const auto status = item.fields.find("status");
  return status != item.fields.end() &&
         std::any_of(link.optional_for.begin(), link.optional_for.end(),
                     [&](const StatusName& each) { return each.name == status->second.front(); });
}

}  // namespace

void note_what_is_missing(const ImportedRegister& read, const Schema& schema, ImportReport& report) {
  const TypeDef& type = schema.types[*schema.find("contract")];
  for (const ImportedItem& item : read.contracts) {
    std::set<std::string_view> withheld;
    for (const ImportedPart& part : item.parts)
      if (const auto field = part.fields.find("field"); part.nest == "redactions" && field != part.fields.end())
        withheld.insert(field->second.front());
    const auto require = [&](const std::string& name) {
      if (!withheld.contains(name) && !item.fields.contains(name))
        report.note(name + " is needed, and the file does not say it: fill it in", "in " + item.id);
    };
    require("title");
    for (const FieldDef& field : type.fields)
      if (field.required) require(field.name);
    for (const LinkId link : type.links)
      if (schema.links[link].min > 0 && !is_optional(schema.links[link], item)) require(schema.links[link].name);
  }
}

std::vector<ImportedFile> imported_files(const ImportedRegister& read, const Config& config, std::string_view folder) {
  const std::vector<DataTable> tables = data_tables(config.schema);
  std::vector<ImportedFile> files;
  const auto write = [&](const std::vector<ImportedItem>& items, const DataTable& table, const std::string& name,
                         const std::string& details) {
    if (items.empty() && &table != &tables[0]) return;
    ItemWriter writer(table, config.schema, config.source(std::string(folder) + "/" + name));
    for (const ImportedItem& item : items) writer.write(item);
    files.push_back({name, std::move(writer.csv)});
    if (!writer.toml.empty()) files.push_back({details, std::move(writer.toml)});
  };
  write(read.contracts, tables[0], "contracts.csv", "details.toml");
  write(read.suppliers, tables[1], "suppliers.csv", "suppliers/details.toml");
  write(read.grants, tables[2], "grants.csv", "grants/details.toml");
  return files;
}

std::string markdown_of(std::string_view text, bool typographic) {
  if (!has_markup(text)) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const std::string_view rest = text.substr(i);
    const bool twice = i + 1 < text.size() && text[i + 1] == c;
    const bool first = i == 0 && std::string_view("#+-=:").find(c) != std::string_view::npos;
    const bool number = (c == '.' || c == ')') && i > 0 && i < 10 &&
                        std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(i), is_digit);
    const bool mark = std::string_view("\\`*_[]<>~{}|").find(c) != std::string_view::npos;
    const bool entity = c == '&' && rest.find(';') != std::string_view::npos && rest.find(';') < rest.find(' ');
    // An address would become a link, and take the backslashes in it as they stand.
    const bool address = rest.starts_with("://") || (c == '.' && i >= 3 && text.substr(i - 3, 3) == "www");
    const bool letter = typographic && (c == '"' || c == '\'' || ((c == '-' || c == '.') && twice));
    if (first || number || mark || entity || address || letter) out += '\\';
    out += c;
  }
  return out;
}

bool is_plain_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(),
                                    [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_'; });
}

std::string SupplierNames::free_id(const std::string& name, std::string_view wanted) {
  if (is_plain_id(wanted) && !ids_.contains(wanted)) return std::string(wanted);
  const std::string slug = slug_of(name);
  std::size_t& number = last_number_[slug];
  std::string id;
  do {
    ++number;
    id = number == 1 ? slug : slug + "-" + std::to_string(number);
  } while (ids_.contains(id) || reserved_.contains(id));
  return id;
}

ImportedItem& SupplierNames::named(const std::string& name, std::string_view number, std::string_view wanted) {
  const auto [known, fresh] = known_.try_emplace({name, std::string(number)}, into_.suppliers.size());
  if (!fresh) return into_.suppliers[known->second];
  const auto [same, fresh_fold] = folded_.try_emplace(folded_name(name), name);
  if (!fresh_fold)
    report_.note("suppliers that may be one were kept apart: make them one by hand if they are",
                 "\"" + same->second + "\" and \"" + name + "\"");
  std::string id = free_id(name, wanted);
  ids_.emplace(id, into_.suppliers.size());
  ImportedItem& made = into_.suppliers.emplace_back();
  made.id = std::move(id);
  made.fields["title"] = {markdown_of(name, exact_)};
  return made;
}

void SupplierNames::set(ImportedItem& supplier, const std::string& field, const std::string& value) {
  std::vector<std::string>& values = supplier.fields[field];
  if (values.empty())
    values = {value};
  else if (values.front() != value)
    report_.note(
        field + " of a supplier differs from contract to contract: the first was kept",
        "\"" + supplier.fields["title"].front() + "\": \"" + values.front() + "\" was kept, \"" + value + "\" was not");
}

}  // namespace framewright
