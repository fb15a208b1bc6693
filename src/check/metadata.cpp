#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

bool is_given(const Inspection& site, ItemId id, std::string_view name) {
  const Item& item = site.model.items[id];
  const TypeDef& type = site.model.type(item);
  if (item.field(type, name) != nullptr) {
    const std::string* text = text_field(item, type, name);
    return text == nullptr || !trim(*text).empty();
  }
  const auto links = site.model.links_from(id);
  return site.known.refused(item, name) || std::any_of(links.begin(), links.end(), [&](const Link& link) {
           return site.model.schema->links[link.link].name == name;
         });
}

}  // namespace

void check_metadata(const Inspection& site, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < site.model.items.size(); ++i) {
    const Item& item = site.model.items[i];
    const TypeDef& type = site.model.type(item);
    std::vector<std::string> missing;
    for (std::string_view expected : type.expected_metadata) {
      std::vector<std::string> names;
      bool given = false;
      while (!expected.empty()) {
        names.emplace_back(next_field(expected, '|'));
        given = given || is_given(site, static_cast<ItemId>(i), names.back());
      }
      if (!given) missing.push_back(join_words(names, "or"));
    }
    if (missing.empty()) continue;
    const bool has_choice = std::any_of(missing.begin(), missing.end(), [](auto& name) { return name.find(' ') != std::string::npos; });
    diagnostics.warning("missing-metadata", place_of(item),
                        "this " + type.label + " does not give its " + (has_choice ? join(missing, "; ") : join_words(missing)))
        .help = "readers need them to know what they are reading, who answers for it and whether it still holds";
  }
}

}  // namespace framewright
