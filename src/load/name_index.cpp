#include "load/name_index.h"

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "port/unicode.h"

namespace framewright {

namespace {

constexpr std::size_t most_choices = 10;  // that a finding lists

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 2 && word.ends_with('y') &&
         std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos;
}

auto has_id(const Model& model, std::string_view id) {
  return [&model, id](ItemId item) { return model.items[item].id == id; };
}

template <class Use>
void for_each_name_form(const Model& model, const Item& item, const Use& use) {
  const auto add = [&](std::string_view name) {
    for (const std::string& form : name_forms(fold_case(name))) use(form);
  };
  const TypeDef& type = model.type(item);
  // A member or a notice borrows its title from another field: it is not a name that authors know it by.
  if (!item.title.empty() && type.title_from.empty()) add(item.title);
  for (const std::string& name : text_list_field(item, type, "also")) add(name);
  if (const std::string* abbreviation = text_field(item, type, "abbreviation")) add(*abbreviation);
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
    : model_(model),
      unreadable_(model, unreadable),
      first_of_id_(model.items.size()),
      next_of_id_(model.items.size(), no_item),
      near_(model.schema->types.size() + 1) {
  std::vector<ItemId> last(model.items.size());  // of those with the id of an item
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const auto item = static_cast<ItemId>(i);
    const ItemId first =
        first_of_id_.add(IndexTable::hash_of(model.items[i].id), item, has_id(model, model.items[i].id));
    if (first != item) next_of_id_[last[first]] = item;
    last[first] = item;
  }
}

std::vector<ItemId> NameIndex::with_id(std::string_view id) const {
  std::vector<ItemId> found;
  for (ItemId item = first_of_id_.find(IndexTable::hash_of(id), has_id(model_, id)); item != no_item;
       item = next_of_id_[item])
    found.push_back(item);
  return found;
}

const std::vector<NameIndex::NameHash>& NameIndex::names() const {
  std::call_once(names_made_, [&] {
    for (std::size_t i = 0; i < model_.items.size(); ++i)
      for_each_name_form(model_, model_.items[i], [&](const std::string& form) {
        names_.emplace_back(IndexTable::hash_of(form), static_cast<ItemId>(i));
      });
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  });
  return names_;
}

std::vector<ItemId> NameIndex::with_name(std::string_view folded) const {
  const std::vector<NameHash>& names = this->names();
  const std::size_t hash = IndexTable::hash_of(folded);
  std::vector<ItemId> found;
  for (auto at = std::lower_bound(names.begin(), names.end(), NameHash{hash, 0});
       at != names.end() && at->first == hash; ++at) {
    bool same = false;
    for_each_name_form(model_, model_.items[at->second],
                       [&](const std::string& form) { same = same || form == folded; });
    if (same) found.push_back(at->second);
  }
  return found;
}

std::optional<NameIndex::Typed> NameIndex::typed(std::string_view written) const {
  const std::size_t colon = written.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto type = model_.schema->find(trim(written.substr(0, colon)));
  if (!type) return std::nullopt;
  const std::string_view id = trim(written.substr(colon + 1));
  return Typed{*type, id, model_.find(*type, id)};
}

ItemId NameIndex::find(std::string_view written, Span where, Diagnostics& diagnostics) const {
  const auto exact = typed(written);
  if (exact && exact->item != no_item) return exact->item;
  std::vector<ItemId> found = with_id(written);
  if (found.empty()) found = with_name(fold_case(written));
  if (found.size() == 1) return found.front();
  if (!found.empty())
    report_ambiguous(written, found, where, diagnostics);
  else if (exact)
    report_unresolved(exact->id, {exact->type}, Names::allowed, where, diagnostics);
  else
    report_unresolved(written, {}, Names::allowed, where, diagnostics);
  return no_item;
}

ItemId NameIndex::find_link(const LinkDef& link, std::string_view written, Span where, Diagnostics& diagnostics) const {
  const auto exact = typed(written);
  const std::vector<ItemId> given = exact && exact->item != no_item ? std::vector{exact->item} : with_id(written);
  std::vector<ItemId> fitting;
  for (const ItemId item : given)
    if (link.accepts(model_.items[item].type)) fitting.push_back(item);
  if (fitting.size() == 1) return fitting.front();
  if (fitting.size() > 1) {
    report_ambiguous(written, fitting, where, diagnostics);
  } else if (!given.empty()) {
    const Item& wrong = model_.items[given.front()];
    std::vector<std::string> wanted;
    for (const TypeId type : link.to) wanted.push_back(with_article(model_.schema->types[type].label));
    Diagnostic& d = diagnostics.error("wrong-target", where,
                                      "\"" + std::string(written) + "\" is " + with_article(model_.type(wrong).label) +
                                          ", but " + link.name + " takes " + join_words(wanted, "or"));
    d.notes.push_back({wrong.id_where, "\"" + wrong.id + "\" stands here"});
    d.help = "name " + join_words(wanted, "or") + " here, or put it in the field that takes " +
             with_article(model_.type(wrong).label);
  } else {
    report_unresolved(written, link.to, Names::refused, where, diagnostics);
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
    if (choices.size() == most_choices) {
      d.help = "say which one is meant, such as " + choices.front() + "; the first " + std::to_string(most_choices) +
               " are shown";
      return;
    }
    choices.push_back(model_.type(model_.items[item]).name + ":" + model_.items[item].id);
    d.notes.push_back({model_.items[item].id_where, "it may be " + choices.back()});
  }
  d.help = "say which one is meant: " + join_words(choices, "or");
}

const NearNames& NameIndex::near(std::optional<TypeId> type) const {
  Near& near = near_[type ? *type : near_.size() - 1];
  std::call_once(near.made, [&] {
    std::vector<std::string_view> ids;
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
      const Item& item = model_.items[i];
      const bool first = first_of_id_.find(IndexTable::hash_of(item.id), has_id(model_, item.id)) == i;
      if (type ? item.type == *type : first) ids.push_back(item.id);
    }
    near.ids = NearNames(std::move(ids));
  });
  return near.ids;
}

void NameIndex::report_unresolved(std::string_view written, const std::vector<TypeId>& types, Names names, Span where,
                                  Diagnostics& diagnostics) const {
  if (written.empty()) {
    diagnostics.error("unresolved-reference", where, "this reference names nothing").help =
        "write an id or a title in it, or take it out";
    return;
  }
  if (unreadable_.may_name(written, types)) return;  // the file that cannot be read is the one mistake
  std::vector<std::string> labels;
  labels.reserve(types.size());
  for (const TypeId type : types) labels.push_back(model_.schema->types[type].label);
  Diagnostic& d = diagnostics.error(
      "unresolved-reference", where,
      "there is no " + (types.empty() ? "item" : join_words(labels, "or")) + " \"" + std::string(written) + "\"");
  std::vector<std::string_view> ids;
  if (types.empty()) near(std::nullopt).add_candidates(written, ids);
  for (const TypeId type : types) near(type).add_candidates(written, ids);
  const std::vector<ItemId> named = with_name(fold_case(written));
  const auto is_wanted = [&](ItemId item) {
    return types.empty() || std::find(types.begin(), types.end(), model_.items[item].type) != types.end();
  };
  if (named.size() == 1 && is_wanted(named.front())) {
    d.label = "did you mean " + describe(named.front()) + "?";
  } else if (const auto closest = nearest(written, ids)) {
    const std::vector<ItemId> items = with_id(*closest);
    d.label = "did you mean " + describe(*std::find_if(items.begin(), items.end(), is_wanted)) + "?";
  }
  d.help = types.size() == 1 ? "list them with `framewright list " + model_.schema->types[types.front()].name + "`"
           : names == Names::allowed ? "write its id, or its title just as it stands"
                                     : "write its id";
}

}  // namespace framewright
