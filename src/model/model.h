#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.h"
#include "base/index_table.h"
#include "base/source.h"
#include "model/heading_ids.h"
#include "model/item.h"
#include "model/schema.h"
#include "model/waiver.h"
#include "port/toml.h"

namespace framewright {

// A relation that an item states, such as one standard of a strategy.
struct Link {
  ItemId from = no_item;
  ItemId to = no_item;
  LinkId link = 0;
  Span where;
};

// A place in a text that leads to an item.
struct Mention {
  ItemId from = no_item;
  ItemId to = no_item;
  enum class Kind : std::uint8_t { reference, term, directive } kind = Kind::reference;
  Span where;
};

// Where a link, a reference or an image of a text leads.
struct Target {
  enum class Kind : std::uint8_t {
    unresolved,  // there is a finding; it is shown as plain text
    item,        // an item or page, at `anchor` if that is not empty
    here,        // an anchor of the same page
    asset,       // a file of content/ or static/; `text` is its address
    external,    // another site, or an address of e-mail or telephone
    generated,   // a page that the generator makes; `text` is its address
    paragraph,   // a numbered paragraph; `text` is its number
  };
  std::uint32_t node = 0;  // in the document
  Kind kind = Kind::unresolved;
  ItemId item = no_item;
  std::string text;  // the anchor, address or number
};

// A name of a glossary entry in a text node.
struct TermUse {
  std::uint32_t node = 0;
  std::uint32_t begin = 0, size = 0;  // bytes within the text of the node
  ItemId term = no_item;
  bool abbreviation = false;
  bool linkable = false;  // not in a heading, a link, code or a quotation
};

// A fenced block {NAME} of a text.
struct Directive {
  std::uint32_t node = 0;
  std::string name;
  TomlValue options;
  Span where;  // the line of its name
  // By option; sorted, and limited so that drafts do not count, as a site is published without them.
  std::vector<std::pair<std::string, std::vector<ItemId>>> selections;
  ItemId item = no_item;     // of an option that names one
  TextId include = no_text;  // of an option that names a page
  bool refused = false;      // a finding says what is wrong with it, and it is not shown

  const std::vector<ItemId>* selection(std::string_view option) const;
};

// The number that a heading is given, such as "3.1".
struct HeadingNumber {
  std::uint32_t node = 0;
  std::string number;
};

// A paragraph that carries a number. Its anchor is made from its first words, so that it lasts when others are put in
// before it.
struct TextParagraph {
  std::uint32_t node = 0;
  std::uint32_t number = 0;
  std::string anchor;
};

// A Markdown text with everything in it found: its links, terms, directives, ids and numbers. Each list is in the order
// of nodes.
struct Text {
  ItemId owner = no_item;
  std::string field;  // the field it is; "text" for a body
  Document document;
  std::vector<Target> targets;
  std::vector<TermUse> terms;
  std::vector<Directive> directives;
  std::vector<HeadingId> heading_ids;
  std::vector<HeadingNumber> heading_numbers;
  std::vector<TextParagraph> paragraphs;
  std::size_t first_block = 1;  // 2 or more when a leading heading is the title

  const Target* target(std::size_t node) const;
};

// A framework's paragraphs number from 1 through all its chapters.
struct NumberedParagraph {
  std::uint32_t number = 0;
  ItemId page = no_item;
  std::string anchor;
};

// How many texts may be shown one within another, a page's own included.
inline constexpr std::size_t deepest_text = 20;
// How many texts a page may show, those within others counted each time.
inline constexpr std::size_t most_texts_shown = 100000;

// Adds the mentions of a text, in their order.
void add_mentions(const Text& text, std::vector<Mention>& mentions);

// Where something stood that an item withholds, so that findings there are still known to be about that item.
struct WithheldPlace {
  ItemId item = no_item;
  Span where;
};

// A file that stands among the pages: where it stands in the site, and its path from the site's folder.
struct AssetFile {
  std::string address, path;
};

// Everything that the site says, joined up. Immutable once resolved, but for what redactions take out of it.
struct Model {
  SourceFiles files;
  std::string translation;         // of a translation: its code, the folder of its files in content/
  std::string original_language;   // of a translation: the language of what is not translated
  const Schema* schema = nullptr;  // that of the Config, which outlives the model
  std::vector<Item> items;         // in reading order; nested items after the one they stand in
  std::vector<Text> texts;
  std::vector<Link> links;  // in the order of items, then as written
  std::vector<Mention> mentions;
  std::vector<AssetFile> assets;     // files below content/ that are copied as they are
  std::vector<std::string> statics;  // files below static/
  std::vector<NumberedParagraph> paragraphs;
  std::vector<WithheldPlace> withheld;
  std::vector<Waiver> waivers;  // those of front matter; each holds for the file it stands in

  const TypeDef& type(const Item& item) const { return schema->types[item.type]; }
  std::span<const Link> links_from(ItemId item) const;
  // Indices into `links` of those that lead to the item, in their order.
  std::span<const std::uint32_t> links_to(ItemId item) const;
  std::span<const std::uint32_t> mentions_of(ItemId item) const;
  // Items of a type in reading order, nested ones included.
  std::span<const ItemId> of_type(TypeId type) const;
  // Nested items of an item, in order.
  std::span<const ItemId> nested_in(ItemId item) const;
  ItemId find(TypeId type, std::string_view id) const;
  ItemId find_page(std::string_view path) const;
  // How a reference to the item reads: "Standard 3: Safeguarding".
  std::string reads(ItemId item) const;
  // The title, or what stands for it.
  std::string name(ItemId item) const;

  // Builds what the look-ups above need; call once the items and links are complete.
  void index();
  // The same when nothing but links and mentions has changed since.
  void index_relations();
  // Gathers the mentions from the texts anew; index_relations() follows.
  void collect_mentions();

private:
  struct Ranges {  // lists of indices, one for each item
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> entries;
    std::span<const std::uint32_t> of(std::size_t key) const;
    template <class Keys>
    void build(std::size_t keys, std::size_t count, const Keys& key_of);
  };
  std::vector<std::uint32_t> link_starts_;
  Ranges incoming_, mentioned_, by_type_, nested_;
  IndexTable by_id_;  // by type and id
  IndexTable by_path_;
};

}  // namespace framewright
