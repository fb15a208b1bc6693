#include "load/name_index.h"

#include <algorithm>

#include "base/text.h"
#include "port/unicode.h"

namespace framewright {

namespace {

constexpr std::size_t most_suggestions = 20000;

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 2 && word.ends_with('y') &&
         std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos;
}

}  // namespace

std::vector<std::string> name_forms(std::string_view folded) {
  std::vector<std::string> forms{std::string(folded)};
  const std::string name(folded);
  if (name.size() < 2 || !is_ascii_letter(name.back())) return forms;
  const auto ends = [&](std::string_view end) { return name.ends_with(end); };
  if (ends("ies") && name.size() > 4) {
    forms.push_back(name.substr(0, name.size() - 3) + "y");
  } else if (ends("ss") || ends("x") || ends("ch") || ends("sh") || ends("z")) {
    forms.push_back(name + "es");
  } else if (ends("s")) {
    forms.push_back(name.substr(0, name.size() - 1));
  } else if (ends_in_consonant_y(name)) {
    forms.push_back(name.substr(0, name.size() - 1) + "ies");
  } else {
    forms.push_back(name + "s");
  }
  return forms;
}

NameIndex::NameIndex(const Model& model, const std::vector<UnreadableFile>& unreadable)
    : model_(model), unreadable_(model, unreadable) {
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    const auto id = static_cast<ItemId>(i);
    ids_[item.id].push_back(id);
    const TypeDef& type = model.type(item);
    // A member or a notice borrows its title from another field: it is not a name that authors know it by.
    if (!item.title.empty() && type.title_from.empty()) add_name(item.title, id);
    for (const std::string& name : text_list_field(item, type, "also")) add_name(name, id);
    if (const std::string* abbreviation = text_field(item, type, "abbreviation")) add_name(*abbreviation, id);
  }
  for (const auto& [id, items] : ids_) id_list_.push_back(id);
  std::sort(id_list_.begin(), id_list_.end());
}

void NameIndex::add_name(std::string_view name, ItemId item) {
  for (std::string& form : name_forms(fold_case(name))) {
    std::vector<ItemId>& items = names_[std::move(form)];
    if (items.empty() || items.back() != item) items.push_back(item);
  }
}

const std::vector<ItemId>& NameIndex::with_id(std::string_view id) const {
  static const std::vector<ItemId> none;
  const auto found = ids_.find(std::string(id));
  return found == ids_.end() ? none : found->second;
}

const std::vector<ItemId>& NameIndex::with_name(std::string_view folded) const {
  static const std::vector<ItemId> none;
  const auto found = names_.find(std::string(folded));
  return found == names_.end() ? none : found->second;
}

ItemId NameIndex::typed(std::string_view written) const {
  const std::size_t colon = written.find(':');
  if (colon == std::string_view::npos) return no_item;
  const auto type = model_.schema->find(trim(written.substr(0, colon)));
  if (!type) return no_item;
  for (const ItemId item : with_id(trim(written.substr(colon + 1))))
    if (model_.items[item].type == *type) return item;
  return no_item;
}

ItemId NameIndex::find(std::string_view written, Span where, Diagnostics& diagnostics) const {
  if (const ItemId item = typed(written); item != no_item) return item;
  const std::vector<ItemId>* found = &with_id(written);
  if (found->empty()) found = &with_name(fold_case(written));
  if (found->size() == 1) return found->front();
  if (found->empty())
    report_unresolved(written, {}, where, diagnostics);
  else
    report_ambiguous(written, *found, where, diagnostics);
  return no_item;
}

ItemId NameIndex::find_link(const LinkDef& link, std::string_view written, Span where, Diagnostics& diagnostics) const {
  const ItemId exact = typed(written);
  const std::vector<ItemId>& all = with_id(written);
  std::vector<ItemId> fitting;
  for (const ItemId item : all)
    if (link.accepts(model_.items[item].type)) fitting.push_back(item);
  if (exact != no_item) fitting = link.accepts(model_.items[exact].type) ? std::vector{exact} : std::vector<ItemId>{};
  if (fitting.size() == 1) return fitting.front();
  if (fitting.size() > 1) {
    report_ambiguous(written, fitting, where, diagnostics);
  } else if (exact != no_item || !all.empty()) {
    const Item& wrong = model_.items[exact != no_item ? exact : all.front()];
    std::vector<std::string> wanted;
    for (const TypeId type : link.to) wanted.push_back(with_article(model_.schema->types[type].label));
    Diagnostic& d = diagnostics.error("wrong-target", where,
                                      "\"" + std::string(written) + "\" is " + with_article(model_.type(wrong).label) +
                                          ", but " + link.name + " takes " + join_words(wanted, "or"));
    d.notes.push_back({wrong.id_where, "\"" + wrong.id + "\" stands here"});
    d.help = "name " + join_words(wanted, "or") + " here, or put it in the field that takes " +
             with_article(model_.type(wrong).label);
  } else {
    report_unresolved(written, link.to, where, diagnostics);
  }
  return no_item;
}

std::string NameIndex::describe(ItemId id) const {
  const Item& item = model_.items[id];
  return "\"" + item.id + "\"" + (item.title.empty() ? std::string() : " (" + item.title + ")");
}

void NameIndex::report_ambiguous(std::string_view written, const std::vector<ItemId>& found, Span where,
                                 Diagnostics& diagnostics) const {
  Diagnostic& d = diagnostics.error("ambiguous-reference", where,
                                    "\"" + std::string(written) + "\" fits " + counted(found.size(), "item", "items"));
  std::vector<std::string> choices;
  for (const ItemId item : found) {
    const std::string choice = model_.type(model_.items[item]).name + ":" + model_.items[item].id;
    d.notes.push_back({model_.items[item].id_where, "it may be " + choice});
    choices.push_back(choice);
  }
  d.help = "say which one is meant: " + join_words(choices, "or");
}

void NameIndex::report_unresolved(std::string_view written, const std::vector<TypeId>& types, Span where,
                                  Diagnostics& diagnostics) const {
  if (unreadable_.may_name(written, types)) return;  // the file that cannot be read is the one mistake
  std::string what = "item";
  if (types.size() == 1) what = model_.schema->types[types.front()].label;
  Diagnostic& d =
      diagnostics.error("unresolved-reference", where, "there is no " + what + " \"" + std::string(written) + "\"");
  std::vector<std::string_view> ids;
  if (types.empty()) {
    if (id_list_.size() <= most_suggestions) ids = id_list_;
  } else {
    for (const TypeId type : types)
      for (const ItemId item : model_.of_type(type)) ids.push_back(model_.items[item].id);
    if (ids.size() > most_suggestions) ids.clear();
  }
  const std::vector<ItemId>& named = with_name(fold_case(written));
  const bool by_name = !types.empty() && named.size() == 1;
  if (by_name) {
    d.label = "did you mean " + describe(named.front()) + "?";
  } else if (const auto near = nearest(written, ids)) {
    d.label = "did you mean " + describe(with_id(*near).front()) + "?";
  }
  d.help = types.size() == 1 ? "list them with `framewright list " + model_.schema->types[types.front()].name + "`"
                             : "write its id, or its title just as it stands";
}

}  // namespace framewright
