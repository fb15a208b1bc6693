#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/text.h"
#include "check/inspection.h"
#include "check/name_uses.h"
#include "check/site_words.h"
#include "check/wording.h"
#include "port/unicode.h"

namespace framewright {

namespace {

struct SharedName {
  std::size_t name = 0;  // of NameUses
  std::string written;
  ItemId term = no_item;
  ItemId other = no_item;  // the term that has the name already, or
  TypeId type = no_type;   // the type that is called so
};

// The names of types whose items the site has.
std::map<std::string, TypeId> type_names(const Model& model) {
  std::map<std::string, TypeId> names;
  for (std::size_t i = 1; i < model.schema->types.size(); ++i) {
    const TypeDef& type = model.schema->types[i];
    if (type.glossary || type.nested || model.of_type(static_cast<TypeId>(i)).empty()) continue;
    for (const std::string& name : {type.label, type.plural})
      names.try_emplace(fold_case(name), static_cast<TypeId>(i));
  }
  return names;
}

std::vector<std::string> names_of_term(const Item& item, const TypeDef& type) {
  std::vector<std::string> names{item.title};
  for (std::string& other : text_list_field(item, type, "also")) names.push_back(std::move(other));
  if (const std::string* abbreviation = text_field(item, type, "abbreviation")) names.push_back(*abbreviation);
  return names;
}

std::vector<SharedName> shared_names(const Model& model, NameUses& uses) {
  std::vector<SharedName> shared;
  const std::map<std::string, TypeId> types = type_names(model);
  std::map<std::string, ItemId> terms;
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    const auto id = static_cast<ItemId>(i);
    if (!model.type(item).glossary || item.section_index) continue;
    for (const std::string& name : names_of_term(item, model.type(item))) {
      const std::string folded = fold_case(name);
      if (folded.empty()) continue;
      const auto [known, fresh] = terms.try_emplace(folded, id);
      if (!fresh && known->second != id) shared.push_back({uses.add(name), name, id, known->second, no_type});
      if (const auto type = types.find(folded); type != types.end())
        shared.push_back({uses.add(name), name, id, no_item, type->second});
    }
  }
  return shared;
}

void report(const Model& model, const SharedName& shared, Diagnostics& diagnostics) {
  const Item& term = model.items[shared.term];
  if (shared.other != no_item) {
    Diagnostic& d = diagnostics.warning("ambiguous-term", place_of(term),
                                        "two glossary terms are called " + quoted(shared.written));
    d.notes.push_back({place_of(model.items[shared.other]), item_words(model, shared.other) + " is called so too"});
    d.help = "give one of them another name, or make one entry of the two";
    return;
  }
  const TypeDef& type = model.schema->types[shared.type];
  diagnostics
      .warning("ambiguous-term", place_of(term),
               "the glossary explains " + quoted(shared.written) + ", and the site's own " + type.plural +
                   " are called so too")
      .help = "call one of them something else, or say in the entry how the two belong together";
}

}  // namespace

void check_ambiguous_terms(const Inspection& site, Diagnostics& diagnostics) {
  NameUses uses;
  const std::vector<SharedName> shared = shared_names(site.model, uses);
  if (shared.empty()) return;
  for_each_words(site.model, [&](ItemId owner, std::string_view words) {
    if (!site.model.type(site.model.items[owner]).glossary) uses.read(words);
  });
  std::set<std::tuple<ItemId, ItemId, TypeId>> reported;  // two that share more names are one finding
  for (const SharedName& each : shared)
    if (uses.is_used(each.name) && reported.emplace(each.term, each.other, each.type).second)
      report(site.model, each, diagnostics);
}

}  // namespace framewright
