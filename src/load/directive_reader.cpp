#include "load/directive_reader.h"

#include <algorithm>
#include <compare>
#include <set>

#include "base/text.h"
#include "template/comparison.h"

namespace framewright {

namespace {

Diagnostic& wrong(Span where, std::string message, Diagnostics& diagnostics) {
  return diagnostics.error("bad-directive", where, std::move(message));
}

// The kind of value that an option takes, in words; empty when the value is right.
std::string_view expected_words(OptionKind kind, const TomlValue& value) {
  const auto is = [&](TomlValue::Kind wanted) { return value.kind == wanted; };
  switch (kind) {
    case OptionKind::integer: return is(TomlValue::Kind::integer) ? "" : "a whole number";
    case OptionKind::boolean: return is(TomlValue::Kind::boolean) ? "" : "true or false";
    case OptionKind::fields: {
      const bool texts = is(TomlValue::Kind::array) && !value.items.empty() &&
                         std::all_of(value.items.begin(), value.items.end(),
                                     [](const TomlValue& item) { return item.kind == TomlValue::Kind::text; });
      return texts ? "" : "a list of names, such as [\"title\", \"status\"]";
    }
    case OptionKind::any: return "";
    default: return is(TomlValue::Kind::text) ? "" : "text between quotation marks";
  }
}

std::vector<std::string_view> option_names(const DirectiveEntry& entry) {
  std::vector<std::string_view> names;
  for (const DirectiveOption& each : entry.options) names.push_back(each.name);
  return names;
}

// Given, or meant by a name that was reported as unknown.
bool is_given(const DirectiveOption& option, const TomlValue& options, const DirectiveEntry& entry) {
  return std::any_of(options.entries.begin(), options.entries.end(), [&](const TomlEntry& given) {
    if (given.key == option.name || entry.option(given.key) != nullptr) return given.key == option.name;
    return nearest(given.key, option_names(entry)) == option.name;
  });
}

// Empty values come last, whichever way the rest is sorted.
bool sorts_before(const Value& a, const Value& b) {
  if (a.is_empty() || b.is_empty()) return !a.is_empty() && b.is_empty();
  return can_order(kind_of(a), kind_of(b)) && std::is_lt(order_values(a, b));
}

// Moves the places of a value that was read of a directive's body to where the body stands in the file.
void move_places(TomlValue& value, const Origin& body) {
  value.where = body.span(value.where.begin, value.where.end);
  value.origin = value.origin.within(body);
  for (TomlValue& item : value.items) move_places(item, body);
  for (TomlEntry& entry : value.entries) {
    entry.key_where = body.span(entry.key_where.begin, entry.key_where.end);
    move_places(entry.value, body);
  }
}

}  // namespace

DirectiveReader::DirectiveReader(const ModelValues& values, const NameIndex& names, const TextResolver& paths,
                                 const std::vector<std::string>& own, const Filters& filters)
    : values_(values), model_(values.model()), names_(names), paths_(paths), own_(own), filters_(filters) {}

void DirectiveReader::read(Text& text, Diagnostics& diagnostics) const {
  const Document& document = text.document;
  for (std::size_t i = 0; i < document.nodes.size(); ++i) {
    if (document.nodes[i].kind != NodeKind::directive) continue;
    const DirectiveEntry* entry = known(text, i, diagnostics);
    if (entry == nullptr) continue;
    Directive directive;
    directive.node = static_cast<std::uint32_t>(i);
    directive.name = std::string(document.extra(document.nodes[i]));
    directive.where = first_line(text, i);
    const std::size_t before = diagnostics.all().size();
    std::optional<TomlValue> options = read_options(text, i, diagnostics);
    if (!options) continue;
    SelectedTypes types;
    for (const TomlEntry& given : options->entries) read_option(text, directive, *entry, given, types, diagnostics);
    directive.options = std::move(*options);
    for (const DirectiveOption& option : entry->options)
      if (!is_given(option, directive.options, *entry)) supply_option(directive, option, types, diagnostics);
    check_directive_fields(directive, *entry, types, model_, diagnostics);
    sort_and_limit(directive);
    directive.refused = diagnostics.all().size() > before;
    text.directives.push_back(std::move(directive));
  }
}

// The opening fence with the name.
Span DirectiveReader::first_line(const Text& text, std::size_t node) const {
  const Span where = text.document.span(text.document.nodes[node]);
  const std::string_view written = model_.files.text(where);
  const std::string_view line = written.substr(0, written.find_first_of("\r\n"));
  return where.part(0, std::max<std::size_t>(1, line.find_last_not_of(" \t") + 1));
}

std::optional<TomlValue> DirectiveReader::read_options(const Text& text, std::size_t node,
                                                       Diagnostics& diagnostics) const {
  const Document& document = text.document;
  const Origin& body = directive_body_origin(document, node);
  Diagnostics found;
  TomlText toml = parse_toml(document.text(document.nodes[node]), document.file, 0, found);
  for (Diagnostic& mistake : found.all()) {
    mistake.rule = "bad-directive";
    mistake.where = body.span(mistake.where.begin, mistake.where.end);
    for (Note& note : mistake.notes) note.where = body.span(note.where.begin, note.where.end);
  }
  diagnostics.merge(std::move(found));
  for (const TomlDuplicate& duplicate : toml.duplicates) {
    Diagnostic& d = wrong(body.span(duplicate.second.begin, duplicate.second.end), duplicate.path + " is written twice",
                          diagnostics);
    d.notes.push_back({body.span(duplicate.first.begin, duplicate.first.end), "it stands here first"});
    d.help = "keep one of them";
  }
  if (!toml.readable) return std::nullopt;
  move_places(toml.root, body);
  return std::move(toml.root);
}

const DirectiveEntry* DirectiveReader::known(const Text& text, std::size_t node, Diagnostics& diagnostics) const {
  const std::string name(text.document.extra(text.document.nodes[node]));
  if (const DirectiveEntry* entry = find_directive(name)) return entry;
  if (std::find(own_.begin(), own_.end(), name) != own_.end()) return &own_directive();
  std::vector<std::string_view> names(own_.begin(), own_.end());
  for (const DirectiveEntry& entry : directive_catalogue()) names.push_back(entry.name);
  Diagnostic& d = wrong(first_line(text, node), "there is no directive {" + name + "}", diagnostics);
  if (const auto near = nearest(name, names)) d.label = "did you mean {" + std::string(*near) + "}?";
  d.help = "a site adds one with a template, templates/directives/" + name + ".html";
  return nullptr;
}

void DirectiveReader::read_option(const Text& text, Directive& directive, const DirectiveEntry& entry,
                                  const TomlEntry& given, SelectedTypes& types, Diagnostics& diagnostics) const {
  const DirectiveOption* option = entry.option(given.key);
  if (option == nullptr) {
    if (entry.name.empty()) return;  // a site's own directive gives its options to its template
    const std::vector<std::string_view> names = option_names(entry);
    Diagnostic& d = wrong(given.key_where, "{" + entry.name + "} has no option \"" + given.key + "\"", diagnostics);
    if (const auto near = nearest(given.key, names)) d.label = "did you mean \"" + std::string(*near) + "\"?";
    d.help = "its options are " + join_words(std::vector<std::string>(names.begin(), names.end()));
    return;
  }
  if (const std::string_view expected = expected_words(option->kind, given.value); !expected.empty()) {
    wrong(given.value.where, given.key + " must be " + std::string(expected), diagnostics);
    return;
  }
  if (option->kind == OptionKind::integer && given.value.integer < 1)
    wrong(given.value.where, given.key + " must be 1 or more", diagnostics);
  if (option->kind == OptionKind::choice &&
      std::find(option->choices.begin(), option->choices.end(), given.value.text) == option->choices.end()) {
    const std::vector<std::string_view> choices(option->choices.begin(), option->choices.end());
    Diagnostic& d = wrong(given.value.where, given.key + " cannot be \"" + given.value.text + "\"", diagnostics);
    if (const auto near = nearest(given.value.text, choices)) d.label = "did you mean \"" + std::string(*near) + "\"?";
    d.help = "it is one of " + join_words(option->choices, "or");
  }
  if (option->kind == OptionKind::selection) read_selection(directive, given, types, diagnostics);
  if (option->kind == OptionKind::item) read_item(directive, given, diagnostics);
  if (option->kind == OptionKind::page) read_page(text, directive, given, diagnostics);
}

// What happens for an option that is not given: it is missed, or stands for something, or is left out.
void DirectiveReader::supply_option(Directive& directive, const DirectiveOption& option, SelectedTypes& types,
                                    Diagnostics& diagnostics) const {
  if (option.required) {
    wrong(directive.where, "{" + directive.name + "} needs " + option.name, diagnostics).help =
        "say it between the fences: " + option.name + " = … (" + ascii_lower(option.says.substr(0, 1)) +
        option.says.substr(1) + ")";
  } else if (!option.fallback.empty()) {
    TomlEntry usual;
    usual.key = option.name;
    usual.value.text = option.fallback;
    usual.value.origin = Origin(directive.where.file, directive.where.begin);
    read_selection(directive, usual, types, diagnostics);
  }
}

void DirectiveReader::read_selection(Directive& directive, const TomlEntry& given, SelectedTypes& types,
                                     Diagnostics& diagnostics) const {
  const auto selection = compile_selection(given.value.text, given.value.origin, model_, filters_, diagnostics);
  if (!selection) return;
  std::set<TypeId>& held = types[given.key];
  if (selection->type) held.insert(*selection->type);
  std::vector<ItemId> items = select_items(*selection, values_, filters_, diagnostics);
  std::erase_if(items, [&](ItemId item) {
    return model_.items[item].section_index && !model_.type(model_.items[item]).chapters;
  });
  if (!selection->type)
    for (const ItemId item : items) held.insert(model_.items[item].type);
  directive.selections.emplace_back(given.key, std::move(items));
}

void DirectiveReader::read_item(Directive& directive, const TomlEntry& given, Diagnostics& diagnostics) const {
  directive.item = names_.find(given.value.text, given.value.where, diagnostics);
}

void DirectiveReader::read_page(const Text& text, Directive& directive, const TomlEntry& given,
                                Diagnostics& diagnostics) const {
  const auto path = paths_.path_from(text.document.file, given.value.text);
  if (path && path->ends_with(".md")) {
    const ItemId page = model_.find_page(path->substr(0, path->size() - 3));
    if (page != no_item) {
      directive.item = page;
      directive.include = model_.items[page].body;
      return;
    }
  }
  wrong(given.value.where, "there is no Markdown file " + given.value.text, diagnostics).help =
      "the path goes from the folder of this file and ends in .md";
}

void DirectiveReader::sort_and_limit(Directive& directive) const {
  const TomlValue* sort = directive.options.find("sort");
  const TomlValue* limit = directive.options.find("limit");
  for (auto& [option, items] : directive.selections) {
    if (sort != nullptr && sort->kind == TomlValue::Kind::text && !sort->text.empty()) {
      const bool down = sort->text.starts_with('-');
      const std::string_view field = std::string_view(sort->text).substr(down ? 1 : 0);
      std::stable_sort(items.begin(), items.end(), [&](ItemId a, ItemId b) {
        const Value left = values_[a].member(field), right = values_[b].member(field);
        const bool backwards = down && !left.is_empty() && !right.is_empty();
        return backwards ? sorts_before(right, left) : sorts_before(left, right);
      });
    }
    if (limit == nullptr || limit->kind != TomlValue::Kind::integer || limit->integer < 1) continue;
    auto left = static_cast<std::size_t>(limit->integer);
    auto last = items.begin();
    for (; last != items.end() && (model_.items[*last].draft || left > 0); ++last)
      if (!model_.items[*last].draft) --left;
    items.erase(last, items.end());
  }
}

}  // namespace framewright
