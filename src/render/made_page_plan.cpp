#include "render/made_page_plan.h"

#include <optional>

#include "model/made_page.h"

namespace framewright {

namespace {

// The items of a type that are published, none of a type that the site does not have.
Array& published(const ModelValues& values, std::string_view type, bool drafts, Arena& arena) {
  Array& list = arena.array();
  const Model& model = values.model();
  if (const std::optional<TypeId> known = model.schema->find(type))
    for (const ItemId item : model.of_type(*known))
      if (drafts || !model.items[item].draft) list.add(values[item]);
  return list;
}

}  // namespace

void plan_made_pages(const ModelValues& values, const Words& words, bool drafts, SitePlan& plan) {
  for (const MadePage& made : made_pages()) {
    Arena arena;
    if (!made.needs.empty() && published(values, made.needs, drafts, arena).size() == 0) continue;
    PlannedPage page;
    page.address = made.address;
    page.template_name = made.template_name;
    page.title = words.text("made." + made.name);
    page.summary = words.text("made." + made.name + "_says");
    page.section = made.section;
    page.yields = true;
    page.fill = [&values, &made, drafts](Table& context, Arena& of_page) {
      for (const auto& [name, type] : made.lists) context.set(name, published(values, type, drafts, of_page));
    };
    plan.pages.push_back(std::move(page));
  }
}

}  // namespace framewright
