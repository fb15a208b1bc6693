#include "render/directive_markup.h"

#include "model/directive_catalogue.h"
#include "model/selection.h"

namespace framewright {

namespace {

Value option_value(const TomlValue& value, Arena& arena) {
  switch (value.kind) {
    case TomlValue::Kind::boolean: return value.boolean;
    case TomlValue::Kind::integer: return value.integer;
    case TomlValue::Kind::date: return value.date;
    case TomlValue::Kind::floating:
    case TomlValue::Kind::time:
    case TomlValue::Kind::text: return value.text;
    case TomlValue::Kind::array: {
      Array& array = arena.array();
      for (const TomlValue& item : value.items) array.add(option_value(item, arena));
      return array;
    }
    case TomlValue::Kind::table: break;
  }
  Table& table = arena.table();
  for (const TomlEntry& entry : value.entries) table.set(entry.key, option_value(entry.value, arena));
  return table;
}

// The options that a template asks for without their being given are empty, not undefined.
Value options_table(const Directive& directive, Arena& arena) {
  Table& table = arena.table();
  for (const TomlEntry& entry : directive.options.entries) table.set(entry.key, option_value(entry.value, arena));
  const DirectiveEntry* known = find_directive(directive.name);
  for (const DirectiveOption& option : known == nullptr ? own_directive().options : known->options)
    if (directive.options.find(option.name) == nullptr) table.set(option.name, Empty{});
  return table;
}

// The item that words name by an id, of any type; the first of several.
ItemId item_called(const Site& site, std::string_view id) {
  const Model& model = site.model();
  for (std::size_t type = 0; type < model.schema->types.size(); ++type) {
    const ItemId found = model.find(static_cast<TypeId>(type), id);
    if (found != no_item && site.is_published(found)) return found;
  }
  return no_item;
}

// What stands in the middle of a cycle is words, or the item that they name.
Value centre_item(const Page& page, const Directive& directive) {
  const TomlValue* centre = directive.options.find("centre");
  if (centre == nullptr || centre->kind != TomlValue::Kind::text) return Empty{};
  const ItemId item = item_called(page.site(), centre->text);
  return item == no_item ? Value(Empty{}) : Value(page.site().values()[item]);
}

// A selection is limited to so many items without its drafts, which may be shown or not.
Array& item_array(const Page& page, const Directive& directive, const std::vector<ItemId>& items) {
  const std::size_t most = limit_of(directive.options).value_or(items.size());
  Array& array = page.arena().array();
  for (const ItemId item : items)
    if (array.size() < most && page.site().is_published(item)) array.add(page.site().values()[item]);
  return array;
}

}  // namespace

void write_directive(const Page& page, const Text& text, const Directive& directive, std::string& out) {
  if (directive.refused) return;
  // A draft that is left out of the site is not shown here either.
  if (directive.item != no_item && !page.site().is_published(directive.item)) return;
  Arena& arena = page.arena();
  Table context;
  context.set("site", page.site().table()).set("words", page.site().config().words).set("page", page);
  context.set("options", options_table(directive, arena));
  context.set("name", directive.name);
  context.set("owner", page.site().values()[text.owner]);
  const std::vector<ItemId>* items = directive.selection("select");
  context.set("items", items == nullptr ? Value(arena.array()) : Value(item_array(page, directive, *items)));
  for (const std::string_view side : {"rows", "columns"})
    if (const std::vector<ItemId>* selected = directive.selection(side))
      context.set(side, item_array(page, directive, *selected));
  context.set("item", directive.item == no_item ? Value(Empty{}) : Value(page.site().values()[directive.item]));
  context.set("centre_item", centre_item(page, directive));
  context.set("mark", arena.keep("picture:" + std::to_string(page.next_mark())));
  const Html included = directive.include == no_text ? Html() : page.text(directive.include);
  context.set("included", included);
  page.site().templates().render("directives/" + directive.name + ".html", context, arena, out, page.diagnostics());
}

}  // namespace framewright
