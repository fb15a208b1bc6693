#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

// Whether a field says anything: not only white space, not a list of nothing.
bool says_something(const FieldValue& value) {
  if (const auto* list = std::get_if<std::vector<ListElement>>(&value.value)) return !list->empty();
  const auto* text = std::get_if<std::string>(&std::get<Scalar>(value.value));
  return text == nullptr || !trim(*text).empty();
}

// Given by the item, in whatever way its type has it, or in a way that another finding is about.
bool is_given(const Inspection& site, ItemId id, std::string_view name) {
  const Item& item = site.model.items[id];
  const TypeDef& type = site.model.type(item);
  if (name == "id" || (name == "title" && !trim(item.title).empty())) return true;
  if (const FieldValue* value = item.field(type, name)) return says_something(*value);
  if (site.known.refused(item, name)) return true;
  if (type.nest(name) != nullptr) return !site.values[id].member(name).is_empty();
  if (site.model.schema->link(type, name) == nullptr) return false;
  const auto links = site.model.links_from(id);
  return site.known.has_unresolved(item) || std::any_of(links.begin(), links.end(), [&](const Link& link) {
           return site.model.schema->links[link.link].name == name;
         });
}

// What is not given of the expected: single fields, and alternatives of which one would do.
struct Missing {
  std::vector<std::string> fields;
  std::vector<std::string> choices;  // "adopted_on, approved_on and published_on"
};

Missing missing_of(const Inspection& site, ItemId id) {
  Missing missing;
  for (std::string_view expected : site.model.type(site.model.items[id]).expected_metadata) {
    std::vector<std::string> names;
    bool given = false;
    while (!expected.empty()) {
      names.emplace_back(next_field(expected, '|'));
      given = given || is_given(site, id, names.back());
    }
    if (given) continue;
    (names.size() > 1 ? missing.choices : missing.fields).push_back(join_words(names));
  }
  return missing;
}

std::string words_for(const TypeDef& type, const Missing& missing) {
  std::string words = "this " + type.label + " gives ";
  if (!missing.fields.empty()) words += "no " + join_words(missing.fields, "or");
  for (std::size_t i = 0; i < missing.choices.size(); ++i)
    words += (i > 0 || !missing.fields.empty() ? ", and none of " : "none of ") + missing.choices[i];
  return words;
}

}  // namespace

void check_metadata(const Inspection& site, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < site.model.items.size(); ++i) {
    const Item& item = site.model.items[i];
    if (item.incomplete) continue;
    const Missing missing = missing_of(site, static_cast<ItemId>(i));
    if (missing.fields.empty() && missing.choices.empty()) continue;
    diagnostics.warning("missing-metadata", place_of(item), words_for(site.model.type(item), missing)).help =
        "add what is missing, so that readers know which edition they have, who answers for it and whether it still "
        "holds";
  }
}

}  // namespace framewright
