#include "search/search_pages.h"

#include <algorithm>

#include "base/html.h"

namespace framewright {

namespace {

constexpr std::size_t longest_excerpt = 120, longest_title = 120;  // bytes

bool is_home(const Item& item) { return item.type == page_type && item.path == "index"; }

bool is_found(const Item& item, bool drafts) {
  return item.parent == no_item && (drafts || !item.draft) && (!item.address.empty() || is_home(item));
}

// The fields of any item that are words for readers.
bool is_text_for_readers(const FieldDef& def) {
  if (def.kind != FieldKind::text && def.kind != FieldKind::inline_markdown && def.kind != FieldKind::markdown &&
      def.kind != FieldKind::choice)
    return false;
  return !def.common || def.name == "summary" || def.name == "also" || def.name == "former" || def.name == "owner";
}

std::string words_of(const Scalar& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  const auto* markdown = std::get_if<TextRef>(&value);
  return markdown == nullptr ? std::string() : *markdown->plain;
}

bool holds_words(NodeKind kind) {
  return kind == NodeKind::heading || kind == NodeKind::paragraph || kind == NodeKind::table_cell ||
         kind == NodeKind::code_block;
}

// Cut after a word, with an ellipsis.
std::string shortened(std::string text, std::size_t longest) {
  if (text.size() <= longest) return text;
  const std::size_t space = text.rfind(' ', longest - 3);
  std::size_t end = space == std::string::npos || space == 0 ? longest - 3 : space;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "\u2026";
}

class WordReader {
public:
  WordReader(const Model& model, bool drafts, const std::function<void(std::string_view, Tier)>& add)
      : model_(model), drafts_(drafts), add_(add) {}

  void read(ItemId id, bool nested);

private:
  void read_names(const Item& item, Tier tier);
  void read_body(const Text& text);
  void read_fields(const Item& item);
  void read_links(ItemId id);

  const Model& model_;
  const bool drafts_;
  const std::function<void(std::string_view, Tier)>& add_;
};

void WordReader::read(ItemId id, bool nested) {
  const Item& item = model_.items[id];
  if (item.draft && !drafts_) return;
  const Tier names = nested ? Tier::text : Tier::title;
  if (item.type != page_type) add_(item.id, names);
  add_(model_.reads(id), names);
  for (const std::string& name : text_list_field(item, model_.type(item), "also")) add_(name, names);
  if (item.body != no_text) read_body(model_.texts[item.body]);
  read_fields(item);
  read_links(id);
  for (const ItemId inner : model_.nested_in(id)) read(inner, true);
}

void WordReader::read_body(const Text& text) {
  const Document& document = text.document;
  for (std::size_t i = 1; i < document.nodes.size(); ++i) {
    const Node& node = document.nodes[i];
    if (!holds_words(node.kind)) continue;
    const bool heading = node.kind == NodeKind::heading;
    if (node.kind == NodeKind::code_block)
      add_(document.text(node), Tier::text);
    else
      add_(plain_text(document, i), heading ? Tier::heading : Tier::text);
  }
}

void WordReader::read_fields(const Item& item) {
  const TypeDef& type = model_.type(item);
  for (const FieldValue& value : item.fields) {
    if (!is_text_for_readers(type.fields[value.field])) continue;
    if (const auto* one = std::get_if<Scalar>(&value.value))
      add_(words_of(*one), Tier::text);
    else
      for (const ListElement& element : std::get<std::vector<ListElement>>(value.value))
        add_(words_of(element.value), Tier::text);
  }
}

void WordReader::read_links(ItemId id) {
  for (const Link& link : model_.links_from(id))
    if (link.to != no_item && (drafts_ || !model_.items[link.to].draft)) add_(model_.name(link.to), Tier::text);
}

// The words that say what an item is: its summary, the beginning of its text, or its first field of some length.
std::string description_of(const Model& model, const Item& item) {
  const TypeDef& type = model.type(item);
  if (const std::string* summary = text_field(item, type, "summary")) return *summary;
  if (item.body != no_text) {
    const Document& document = model.texts[item.body].document;
    for (std::size_t i = 1; i < document.nodes.size(); ++i)
      if (document.nodes[i].kind == NodeKind::paragraph) return plain_text(document, i);
  }
  constexpr std::size_t some_length = 20;
  for (const FieldValue& value : item.fields)
    if (const auto* one = std::get_if<Scalar>(&value.value); one != nullptr && !type.fields[value.field].common)
      if (is_text_for_readers(type.fields[value.field]))
        if (std::string words = words_of(*one); words.size() >= some_length) return words;
  return {};
}

bool is_left_out(const Config& config, const std::string& type) {
  const std::vector<std::string>& names = config.search.leave_out;
  return std::find(names.begin(), names.end(), type) != names.end();
}

}  // namespace

std::vector<SearchPage> find_search_pages(const Model& model, const Config& config, const SitePlan& plan, bool drafts) {
  const std::vector<TypeDef>& types = model.schema->types;
  std::vector<bool> left_out, any(types.size(), false), planned(types.size(), false);
  for (const TypeDef& type : types) left_out.push_back(is_left_out(config, type.name));
  std::vector<SearchPage> pages;
  for (ItemId id = 0; id < model.items.size(); ++id) {
    const Item& item = model.items[id];
    if (!is_found(item, drafts) || left_out[item.type]) continue;
    any[item.type] = true;
    pages.push_back({id, nullptr, item.type});
  }
  for (const PlannedPage& page : plan.pages) {
    if (page.index_of != no_type) planned[page.index_of] = true;
    const bool has_intro = model.find_page(page.address + "index") != no_item;
    if (page.listed && !left_out[page_type] && !has_intro) pages.push_back({no_item, &page, page_type});
  }
  for (std::size_t i = 0; i < types.size(); ++i)
    if (any[i] && !planned[i] && !left_out[page_type] && !types[i].folder.empty() && !types[i].chapters &&
        model.find_page(types[i].folder + "/index") == no_item)
      pages.push_back({no_item, nullptr, static_cast<TypeId>(i)});
  return pages;
}

void read_words(const Model& model, const SearchPage& page, bool drafts,
                const std::function<void(std::string_view text, Tier tier)>& add) {
  if (page.item != no_item) return WordReader(model, drafts, add).read(page.item, false);
  if (page.plan != nullptr) {
    add(page.plan->title, Tier::title);
    add(page.plan->summary, Tier::text);
  } else {
    add(model.schema->types[page.type].index_title(), Tier::title);
    add(model.schema->types[page.type].says, Tier::text);
  }
}

SearchResult search_result(const Model& model, const SearchPage& page) {
  SearchResult result;
  std::string address;
  if (page.item != no_item) {
    const Item& item = model.items[page.item];
    result.title = model.reads(page.item);
    address = item.anchor.empty() ? item.address : item.address + "#" + item.anchor;
    result.excerpt = description_of(model, item);
  } else if (page.plan != nullptr) {
    result.title = page.plan->title;
    address = page.plan->address;
    result.excerpt = page.plan->summary;
  } else {
    const TypeDef& type = model.schema->types[page.type];
    result.title = type.index_title();
    address = type.folder + "/";
    result.excerpt = type.says;
  }
  append_url_encoded(result.address, address);
  result.title = shortened(std::move(result.title), longest_title);
  result.excerpt = shortened(std::move(result.excerpt), longest_excerpt);
  return result;
}

std::size_t weight_of(const Model& model, const SearchPage& page) {
  constexpr std::size_t any_page = 200;
  if (page.item == no_item) return any_page;
  const TextId body = model.items[page.item].body;
  return any_page + (body == no_text ? 0 : model.texts[body].document.size());
}

}  // namespace framewright
