#include <string>

#include "base/text.h"
#include "check/inspection.h"
#include "check/wording.h"
#include "model/status.h"

namespace framewright {

namespace {

void check_overdue(const Inspection& site, const Item& item, Diagnostics& diagnostics) {
  const TypeDef& type = site.model.type(item);
  const Date* due = date_field(item, type, "review_by");
  if (due == nullptr || !site.config.today.ok() || !(*due < site.config.today)) return;
  const Date* reviewed = date_field(item, type, "reviewed_on");
  if (reviewed != nullptr && *due < *reviewed) return;  // end-before-start
  Diagnostic& d = diagnostics.warning("review-overdue", item.field(type, "review_by")->where,
                                      "the review of this " + type.label + " is overdue");
  const auto late = static_cast<std::size_t>(days_between(*due, site.config.today));
  d.label = "it was due " + counted(late, "day", "days") + " ago";
  d.help = "review it, and set reviewed_on and the next review_by";
}

void check_never_reviewed(const Inspection& site, TypeId id, Diagnostics& diagnostics) {
  const TypeDef& type = site.model.schema->types[id];
  std::vector<ItemId> without;
  bool any_reviewed = false;
  for (const ItemId item : site.model.of_type(id)) {
    const Item& each = site.model.items[item];
    if (each.field(type, "reviewed_on") != nullptr)
      any_reviewed = true;
    else if (!is_retired(site.model, item) && !each.incomplete && !each.draft &&
             !site.known.refused(each, "reviewed_on"))
      without.push_back(item);
  }
  if (without.empty()) return;
  const std::string help = "set reviewed_on to the day of the last review";
  if (!any_reviewed && without.size() > 1) {
    diagnostics
        .info("never-reviewed", place_of(site.model.items[without.front()]),
              "none of the " + std::to_string(without.size()) + " " + type.plural + " says when it was last reviewed")
        .help = help;
    return;
  }
  for (const ItemId item : without)
    diagnostics
        .info("never-reviewed", place_of(site.model.items[item]),
              "this " + type.label + " does not say when it was last reviewed")
        .help = help;
}

}  // namespace

void check_reviews(const Inspection& site, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < site.model.items.size(); ++i)
    if (!is_retired(site.model, static_cast<ItemId>(i))) check_overdue(site, site.model.items[i], diagnostics);
  for (std::size_t i = 0; i < site.model.schema->types.size(); ++i)
    if (site.model.schema->types[i].reviewed) check_never_reviewed(site, static_cast<TypeId>(i), diagnostics);
}

}  // namespace framewright
