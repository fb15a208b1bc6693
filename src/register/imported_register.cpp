#include "register/imported_register.h"

#include <algorithm>

#include "base/text.h"
#include "base/toml_text.h"
#include "port/csv.h"
#include "port/unicode.h"
#include "register/data_table.h"

namespace framewright {

namespace {

bool fits_in_cell(const std::vector<std::string>& values, bool list) {
  if (!list && values.size() > 1) return false;
  return std::all_of(values.begin(), values.end(), [&](const std::string& value) {
    return !value.empty() && trim(value).size() == value.size() && (!list || value.find(';') == std::string::npos);
  });
}

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

void write_items(const std::vector<ImportedItem>& items, const DataTable& table, const Schema& schema, std::string& csv,
                 std::string& toml) {
  const TypeDef& type = schema.types[table.type];
  std::vector<std::string_view> cells;
  for (const DataColumn& column : table.columns) cells.push_back(column.name);
  append_csv_row(csv, cells);
  for (const ImportedItem& item : items) {
    std::vector<std::string> texts(table.columns.size());
    std::string details;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const DataColumn& column = table.columns[i];
      const auto found = item.fields.find(column.name);
      if (column.source == DataColumn::Source::id)
        texts[i] = item.id;
      else if (found == item.fields.end() || found->second.empty())
        continue;
      else if (fits_in_cell(found->second, column.list))
        texts[i] = join(found->second, ";");
      else
        details += column.name + " = " + toml_values(found->second, column.kind(), column.list) + "\n";
    }
    for (const ImportedPart& part : item.parts) details += part_table(item, part, schema, type);
    append_csv_row(csv, std::vector<std::string_view>(texts.begin(), texts.end()));
    if (details.empty()) continue;
    toml +=
        (toml.empty() ? "[" : "\n[") + toml_key(item.id) + "]\ncompletes = " + toml_string(item.id) + "\n" + details;
  }
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

}  // namespace

std::vector<ImportedFile> imported_files(const ImportedRegister& read, const Schema& schema) {
  const std::vector<DataTable> tables = data_tables(schema);
  std::vector<ImportedFile> files;
  std::string csv, toml;
  write_items(read.contracts, tables[0], schema, csv, toml);
  files.push_back({"contracts.csv", std::move(csv)});
  if (!toml.empty()) files.push_back({"details.toml", std::move(toml)});
  if (read.suppliers.empty()) return files;
  csv.clear();
  toml.clear();
  write_items(read.suppliers, tables[1], schema, csv, toml);
  files.push_back({"suppliers.csv", std::move(csv)});
  if (!toml.empty()) files.push_back({"suppliers/details.toml", std::move(toml)});
  return files;
}

std::string markdown_of(std::string_view text, bool typographic) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool twice = i + 1 < text.size() && text[i + 1] == c;
    const bool first = i == 0 && std::string_view("#+-=:").find(c) != std::string_view::npos;
    const bool number = (c == '.' || c == ')') && i > 0 && i < 10 &&
                        std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(i), is_digit);
    const bool mark = std::string_view("\\`*_[]<>&~{}|").find(c) != std::string_view::npos;
    const bool letter = typographic && (c == '"' || c == '\'' || ((c == '-' || c == '.') && twice));
    if (first || number || mark || letter) out += '\\';
    out += c;
  }
  return out;
}

ImportedItem& SupplierNames::named(const std::string& name, std::string_view wanted) {
  const auto known = by_name_.find(name);
  if (known != by_name_.end()) return into_.suppliers[known->second];
  const bool usable = !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [](char c) {
    return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_';
  });
  const std::string slug = usable ? std::string(wanted) : slug_of(name);
  std::string id = slug;
  for (std::size_t number = 2; !ids_.insert(id).second; ++number) id = slug + "-" + std::to_string(number);
  const auto [same, fresh] = folded_.try_emplace(folded_name(name), name);
  if (!fresh)
    report_.note("suppliers \"" + same->second + "\" and \"" + name +
                 "\" may be one: they were kept apart; make them one by hand if they are");
  by_name_.emplace(name, into_.suppliers.size());
  ImportedItem& made = into_.suppliers.emplace_back();
  made.id = std::move(id);
  made.fields["title"] = {name};
  return made;
}

void SupplierNames::set(ImportedItem& supplier, const std::string& field, const std::string& value) {
  std::vector<std::string>& values = supplier.fields[field];
  if (values.empty())
    values = {value};
  else if (values.front() != value)
    report_.note("supplier \"" + supplier.fields["title"].front() + "\" has two values of " + field + ": \"" +
                 values.front() + "\" was kept, \"" + value + "\" was not");
}

}  // namespace framewright
