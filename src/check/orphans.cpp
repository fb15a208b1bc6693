#include <algorithm>
#include <vector>

#include "check/inspection.h"
#include "check/wording.h"
#include "model/status.h"

namespace framewright {

namespace {

// Items that something else leads to: a text, a directive, or a relation, which shows at both of its ends.
std::vector<bool> items_led_to(const Model& model) {
  std::vector<bool> led(model.items.size(), false);
  const auto whole = [&](ItemId item) {
    while (model.items[item].parent != no_item) item = model.items[item].parent;
    return item;
  };
  const auto join = [&](ItemId from, ItemId to, bool both) {
    if (whole(from) == whole(to)) return;
    led[whole(to)] = true;
    if (both) led[whole(from)] = true;
  };
  for (const Link& link : model.links) {
    join(link.from, link.to, true);
    if (link.from == link.to && !model.schema->links[link.link].circle) led[whole(link.from)] = true;  // a cycle
  }
  for (const Mention& mention : model.mentions) join(mention.from, mention.to, false);
  return led;
}

bool may_be_orphan(const Item& item, const TypeDef& type) {
  return item.type != page_type && item.parent == no_item && !type.nested && !type.stands_alone && !type.glossary &&
         !type.cited && type.covered_by.empty() && !item.section_index && !item.draft;
}

}  // namespace

void check_orphans(const Inspection& site, Diagnostics& diagnostics) {
  if (site.known.anything_unreadable()) return;
  const Model& model = site.model;
  const std::vector<bool> led = items_led_to(model);
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    const TypeDef& type = model.type(item);
    const auto id = static_cast<ItemId>(i);
    if (led[i] || !may_be_orphan(item, type) || is_retired(model, id) || site.known.was_meant(item.id)) continue;
    diagnostics
        .warning("orphan", place_of(item), "nothing leads to this " + type.label + ": no text, list or link names it")
        .help = "name it where readers will look for it: [[" + item.id + "]]";
  }
}

}  // namespace framewright
