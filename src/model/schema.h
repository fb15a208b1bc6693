#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "port/regular_expression.h"

namespace framewright {

// Index of a type in Schema::types, and of a relation in Schema::links.
using TypeId = std::uint16_t;
using LinkId = std::uint16_t;
inline constexpr TypeId no_type = 0xffff;
inline constexpr TypeId page_type = 0;  // plain pages and the chapters of a framework

enum class FieldKind : std::uint8_t {
  text,
  inline_markdown,
  markdown,
  integer,
  money,
  date,
  month,
  year,
  dated,
  boolean,
  choice,
  status,
  url,
  email,
};
std::string_view field_kind_name(FieldKind kind);
std::optional<FieldKind> field_kind(std::string_view name);

// A form that a text must have as a whole.
struct Pattern {
  RegularExpression form;
  std::string example;  // a text that matches, for messages
};

// A field that items of a type may have.
struct FieldDef {
  std::string name;
  FieldKind kind = FieldKind::text;
  bool list = false;
  bool required = false;
  bool common = false;  // one that any item may have
  std::vector<std::string> choices;
  std::string choices_from;  // the list of [register] in site.toml that holds its choices, once the site gives one
  std::optional<Pattern> pattern;
  // How many digits a number written without letters has: one digit fewer means that a leading zero was lost, as
  // spreadsheets lose them. The zero is put back, with a warning. 0: nothing is put back.
  std::size_t pad = 0;
  std::string from;                  // a date field that this one must not be before
  std::vector<std::string> between;  // two date fields that this one must lie between
  std::string label;                 // what readers see; made of the name when not given
  std::string says;                  // what it means, in one line
  Span where;
};

// A status of a type, as a declaration names it.
struct StatusName {
  std::string name;
  Span where;
};

// A relation, declared once; its other end is worked out.
struct LinkDef {
  std::string name;
  std::vector<TypeId> to;  // empty: items of any type
  std::size_t min = 0;
  std::size_t max = std::numeric_limits<std::size_t>::max();
  Severity too_few = Severity::error;
  std::vector<StatusName> optional_for;  // what is of one of these may have fewer than min
  std::string label;                     // what readers see above a column of it
  std::string reads;                     // "realises"
  std::string reads_back;                // "is realised by"
  bool circle = true;                    // whether a chain of it may come back to where it began
  bool thread = false;                   // whether it is a part of the golden thread, towards what it is for
  bool up = false;                       // from a nested item to the one it stands in
  Span where;
  bool one() const { return max == 1; }
  bool accepts(TypeId type) const;
};

// Tables of items within an item: [[criteria]] of a standard.
struct NestDef {
  std::string name;
  TypeId type = no_type;
  LinkId link = 0;  // the relation from the nested item up
  Span where;
};

// The fields that hold the ends of a range of values; empty where there is no such field.
struct RangeDef {
  std::string from, over, to, below;
};

// A type of item. What C++ knows of a domain is what stands here.
struct TypeDef {
  std::string name;
  std::string folder;  // below content/; empty for pages and for nested types
  std::string label, plural;
  std::string heading;  // of the page that lists its items, when the plural is not it
  std::string says;     // what its items are, in a line
  std::optional<Pattern> id;
  bool numbered = false;  // ids carry numbers, and the text may stand without a title
  bool nested = false;
  bool pages = true;          // an own page for each item; else an anchor on the index page
  bool chapters = false;      // the folder's index.md is the item, its other files are pages of it
  bool reviewed = false;      // a missing reviewed_on is reported
  bool stands_alone = false;  // nothing need link to it
  bool glossary = false;      // its titles are terms, linked where the text uses them
  bool cited = false;         // a work that the text must cite
  bool menu = false;          // its index stands in the navigation of every page
  std::string template_name;  // of the pages of its items; empty for item.html
  std::string reads;          // how a reference reads: {label}, {number}, {title}, {id}
  std::vector<std::string> status;
  std::vector<std::string> title_from;         // fields that stand for the title, the first given one
  std::vector<std::string> expected_metadata;  // fields, or alternatives parted by |
  std::vector<FieldDef> fields;                // own, then those of any item
  std::vector<LinkId> links;
  std::vector<NestDef> nests;
  std::vector<TypeId> covered_by;
  std::optional<RangeDef> range;
  Span where;

  // What the page that lists its items is called: "Standards".
  std::string index_title() const;
  const FieldDef* field(std::string_view name) const;
  std::size_t field_index(std::string_view name) const;  // fields.size() when there is none
  const NestDef* nest(std::string_view name) const;
};

struct Schema {
  std::vector<TypeDef> types;  // types[page_type] is that of pages
  std::vector<LinkDef> links;

  std::optional<TypeId> find(std::string_view name) const;
  const LinkDef* link(const TypeDef& type, std::string_view name, LinkId* id = nullptr) const;
  // The type whose folder holds this path below content/ (the deepest folder wins); page_type when none does.
  TypeId type_of_path(std::string_view path) const;
  std::vector<std::string_view> type_names() const;
  // Every name that an item of the type may give: fields, links, nests.
  std::vector<std::string_view> names(const TypeDef& type) const;
};

}  // namespace framewright
