#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/source.h"
#include "model/schema.h"

namespace framewright {

// Index of an item in Model::items, and of a text in Model::texts.
using ItemId = std::uint32_t;
using TextId = std::uint32_t;
inline constexpr ItemId no_item = 0xffffffff;
inline constexpr TextId no_text = 0xffffffff;

// A text with Markdown in it, kept in Model::texts.
struct TextRef {
  TextId text = no_text;
  std::shared_ptr<const std::string> plain;  // its words without markup; apart, as most fields have no markup
};

// One value of a field: text kinds are strings, months, years and numbers integers.
using Scalar = std::variant<std::string, std::int64_t, Money, Date, bool, TextRef>;

struct ListElement {
  Scalar value;
  Span where;
};

struct FieldValue {
  std::uint16_t field = 0;  // index in TypeDef::fields
  Span where;               // the value, as written
  std::variant<Scalar, std::vector<ListElement>> value;
};

enum class ItemForm : std::uint8_t { page, toml, csv, nested };

// A page or an item of a type; a page is an item of the type page.
struct Item {
  TypeId type = page_type;
  ItemForm form = ItemForm::page;
  bool draft = false;
  bool section_index = false;  // an index.md: the page of its folder
  bool untranslated = false;   // of a translation: it stands in the site's own language
  bool incomplete = false;     // part of it could not be read, so that what it lacks is no finding
  bool numbered_headings = false;
  bool numbered_paragraphs = false;
  bool leads_nowhere = false;  // a link that it gives is none, or leads to nothing that it may: there is a finding
  FileId file = no_file;
  ItemId parent = no_item;     // of a nested item
  ItemId framework = no_item;  // of a chapter: the framework it is in
  std::string id;              // unique within the type; a page's is its path without extension
  Span id_where;               // the id where it is written, else the title, else the beginning of the file
  std::string number;          // of a numbered type: "3", "3.1"
  std::string title;           // words without markup; empty when a numbered item has none
  Span title_where;
  TextId title_text = no_text;  // when the title has markup
  TextId body = no_text;
  std::int64_t order = 0;
  bool has_order = false;
  std::vector<FieldValue> fields;      // in the order of TypeDef::fields
  std::vector<std::uint16_t> refused;  // fields whose values were refused: there is a finding, and they are not missing
  // Of its Markdown file, also of one that completes it: below content/ and without extension, "framework/aims".
  std::string path;
  // Set by plan_routes: where it is read, relative to the site's root ("standards/S3/"), and the anchor there if the
  // page is not its own. Empty for an item that no page shows.
  std::string address;
  std::string anchor;

  const FieldValue* field(const TypeDef& type, std::string_view name) const;
  const FieldValue* field(std::size_t index) const;  // in TypeDef::fields
  // A value of the field was given and refused.
  bool was_refused(const TypeDef& type, std::string_view name) const;
};

// The value of a field by name, or nothing when it is not given or of another kind; of Markdown, the plain words.
const std::string* text_field(const Item& item, const TypeDef& type, std::string_view name);
const Date* date_field(const Item& item, const TypeDef& type, std::string_view name);
const Money* money_field(const Item& item, const TypeDef& type, std::string_view name);
std::vector<std::string> text_list_field(const Item& item, const TypeDef& type, std::string_view name);

}  // namespace framewright
