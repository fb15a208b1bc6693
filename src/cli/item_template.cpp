#include "cli/item_template.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/toml_text.h"
#include "cli/schema_words.h"
#include "cli/text_layout.h"

namespace framewright {

namespace {

struct Line {
  std::string key, value, says;
};

// What the command itself writes, or what does not fit a new item.
constexpr std::array<std::string_view, 3> written_already{"id", "title", "completes"};

std::string example_value(const FieldDef& field) {
  std::string text = field.pattern && !field.pattern->example.empty() ? toml_string(field.pattern->example) : "\"\"";
  switch (field.kind) {
    case FieldKind::text:
    case FieldKind::inline_markdown:
    case FieldKind::markdown: return text;
    case FieldKind::integer:
    case FieldKind::month: return "1";
    case FieldKind::money: return "25000";
    case FieldKind::date: return "2027-04-01";
    case FieldKind::year: return "2026";
    case FieldKind::dated: return "\"2003 to 2006\"";
    case FieldKind::boolean: return "true";
    case FieldKind::choice:
    case FieldKind::status: return field.choices.empty() ? "\"\"" : toml_string(field.choices.front());
    case FieldKind::url: return "\"https://www.example.org/\"";
    case FieldKind::email: return "\"name@example.org\"";
  }
  return text;
}

Line field_line(const FieldDef& field, bool to_fill) {
  std::string says = field_says(field);
  if (to_fill) return {field.name, field.list ? "[]" : "\"\"", says};
  const std::string example = example_value(field);
  return {field.name, !field.list ? example : example == "\"\"" ? "[]" : "[" + example + "]", says};
}

Line link_line(const Schema& schema, const LinkDef& link) {
  return {link.name, link.one() && !is_required(link) ? "\"\"" : "[]",
          "Ids: " + target_words(schema, link) + ", " + count_words(link)};
}

// `key = value  # says`, the signs under one another.
std::string lines_text(const std::vector<Line>& lines, std::string_view before) {
  std::size_t key = 0;
  for (const Line& line : lines) key = std::max(key, line.key.size());
  std::vector<std::vector<std::string>> rows;
  rows.reserve(lines.size());
  for (const Line& line : lines)
    rows.push_back({std::string(before) + line.key + std::string(key - line.key.size(), ' ') + " = " + line.value,
                    line.says.empty() ? "" : "# " + line.says});
  return aligned(rows);
}

class TemplateWriter {
public:
  TemplateWriter(const Schema& schema, TypeId type) : schema_(schema), type_(schema.types[type]) {}

  // In a collection, the text is a key, other items stand in the same file, so that what any item may say is left out,
  // and `before` ("P13.") stands before the name of a nested table.
  ItemTemplate write(std::string_view id, std::string_view title, bool in_collection, const std::string& before);

private:
  void add_fields(bool common, std::vector<Line>& optional);
  void add_links(bool common, std::vector<Line>& optional);
  // Whether items of every type may have the link, as pages have no others.
  bool is_common(const LinkDef& link) const { return schema_.link(schema_.types[page_type], link.name) != nullptr; }
  std::string nest_text(const NestDef& nest, const std::string& before) const;

  const Schema& schema_;
  const TypeDef& type_;
  std::vector<Line> first_;
  ItemTemplate result_;
};

void TemplateWriter::add_fields(bool common, std::vector<Line>& optional) {
  for (const FieldDef& field : type_.fields) {
    const bool known = std::find(written_already.begin(), written_already.end(), field.name) != written_already.end();
    if (field.common != common || known) continue;
    (field.required ? first_ : optional).push_back(field_line(field, field.required));
    if (field.required) result_.to_fill.push_back(field.name);
  }
}

void TemplateWriter::add_links(bool common, std::vector<Line>& optional) {
  for (const LinkId id : type_.links) {
    const LinkDef& link = schema_.links[id];
    if (link.up || is_common(link) != common) continue;
    (is_required(link) ? first_ : optional).push_back(link_line(schema_, link));
    if (is_required(link)) result_.to_fill.push_back(link.name);
  }
}

std::string TemplateWriter::nest_text(const NestDef& nest, const std::string& before) const {
  const TypeDef& inner = schema_.types[nest.type];
  std::vector<Line> lines;
  const bool titled = inner.title_from.empty() && !inner.numbered;
  if (titled) lines.push_back({"title", "\"\"", "The name"});
  for (const FieldDef& field : inner.fields)
    if (!field.common) lines.push_back(field_line(field, false));
  if (inner.title_from.empty()) lines.push_back({"text", "\"\"", "The text, in Markdown"});
  for (const LinkId id : inner.links) {
    const LinkDef& link = schema_.links[id];
    if (!link.up && !is_common(link)) lines.push_back(link_line(schema_, link));
  }
  return "\n# [[" + before + nest.name + "]]  # once for each " + inner.label + "\n" + lines_text(lines, "# ");
}

ItemTemplate TemplateWriter::write(std::string_view id, std::string_view title, bool in_collection,
                                   const std::string& before) {
  std::vector<Line> own, common;
  if (!id.empty()) first_.push_back({"id", toml_string(id), ""});
  first_.push_back({"title", toml_string(title), ""});
  add_fields(false, own);
  add_links(false, own);
  if (in_collection) first_.push_back({"text", "\"\"", "The text, in Markdown"});
  add_fields(true, common);
  add_links(true, common);
  result_.to_fill.emplace_back("the text");
  result_.text = lines_text(first_, "") + "\n";
  if (!own.empty() || !in_collection)
    result_.text += "# A line that begins with # is left out. To use one, take its # away.\n" + lines_text(own, "# ");
  if (in_collection)
    result_.text += "# `framewright types " + type_.name + "` lists what any item may say.\n";
  else
    result_.text += (own.empty() ? "" : "\n") + lines_text(common, "# ");
  for (const NestDef& nest : type_.nests) result_.text += nest_text(nest, before);
  return std::move(result_);
}

}  // namespace

ItemTemplate page_template(const Schema& schema, TypeId type, std::string_view id, std::string_view title) {
  ItemTemplate made = TemplateWriter(schema, type).write(id, title, false, "");
  made.text = "+++\n" + made.text + "+++\n\n";
  return made;
}

ItemTemplate table_template(const Schema& schema, TypeId type, std::string_view id, std::string_view title) {
  const std::string key = toml_key(id);
  ItemTemplate made = TemplateWriter(schema, type).write("", title, true, key + ".");
  made.text = "[" + key + "]\n" + made.text;
  return made;
}

}  // namespace framewright
