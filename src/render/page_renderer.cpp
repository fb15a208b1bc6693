#include "render/page_renderer.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "port/unicode.h"
#include "render/coverage.h"
#include "render/page.h"
#include "render/page_facts.h"

namespace framewright {

namespace {

// Adds what the template of one kind of page is given beside `site`, `page` and `navigation`.
class PageContext {
public:
  PageContext(const Page& page, Table& context)
      : page_(page), site_(page.site()), model_(site_.model()), arena_(page.arena()), context_(context) {}

  void write();

private:
  void write_navigation();
  void write_item(ItemId item);
  void write_bare_home();
  void write_index();
  void write_planned();
  void write_findings();
  void write_whole();
  Value published(std::span<const ItemId> items);
  Value chapters(ItemId framework);
  Value sections();
  Value letters(std::span<const ItemId> items);

  const Page& page_;
  const Site& site_;
  const Model& model_;
  Arena& arena_;
  Table& context_;
};

void PageContext::write() {
  const Route& route = page_.route();
  write_navigation();
  switch (route.kind) {
    case PageKind::home: context_.set("sections", sections()); [[fallthrough]];
    case PageKind::page:
    case PageKind::item:
      if (route.item == no_item)
        write_bare_home();
      else
        write_item(route.item);
      break;
    case PageKind::index: write_index(); break;
    case PageKind::planned: write_planned(); break;
    case PageKind::coverage: context_.set("tables", coverage_tables(site_, arena_)); break;
    case PageKind::findings: write_findings(); break;
    case PageKind::whole: write_whole(); break;
    case PageKind::not_found: break;
  }
}

void PageContext::write_navigation() {
  Array& navigation = arena_.array();
  const std::string& here = page_.route().address;
  for (const Site::Section& section : site_.sections()) {
    if (!section.in_menu) continue;
    navigation.add(arena_.table()
                       .set("title", section.title)
                       .set("address", section.address)
                       .set("current", here.starts_with(section.address)));
  }
  context_.set("navigation", navigation);
}

void PageContext::write_item(ItemId item) {
  context_.set("item", site_.values()[item]);
  context_.set("text", arena_.keep(page_.body(item)));
  context_.set("own", own_fields(page_, item));
  context_.set("relations", relations(page_, item));
  context_.set("nested", nested_lists(page_, item));
  const bool framework = model_.type(model_.items[item]).chapters;
  Value of_framework = framework ? chapters(item) : Value(arena_.array());
  context_.set("whole",
               framework && !of_framework.is_empty() ? arena_.keep(whole_address(model_, item)) : std::string_view());
  context_.set("chapters", of_framework);
  for (const PageSupplement* supplement : site_.options().supplements) supplement->describe(item, context_, arena_);
}

// The home of a site that no author has written one for: its parts alone.
void PageContext::write_bare_home() {
  context_.set("item", Empty{}).set("text", arena_.keep(Html()));
  context_.set("whole", "");
  for (const std::string_view list : {"own", "relations", "nested", "chapters"}) context_.set(list, arena_.array());
}

Value PageContext::chapters(ItemId framework) {
  Array& list = arena_.array();
  for (const ItemId chapter : chapters_of(site_.routes(), model_, framework)) list.add(site_.values()[chapter]);
  return list;
}

Value PageContext::sections() {
  Array& list = arena_.array();
  const auto is_glossary = [&](const Site::Section& section) {
    const std::vector<TypeDef>& types = model_.schema->types;
    return std::any_of(types.begin(), types.end(), [&](const TypeDef& type) {
      return type.glossary && !type.folder.empty() && section.address == type.folder + "/";
    });
  };
  for (const Site::Section& section : site_.sections())
    list.add(arena_.table()
                 .set("title", section.title)
                 .set("address", section.address)
                 .set("says", section.says)
                 .set("count", section.count)
                 .set("letters", is_glossary(section)));
  return list;
}

Value PageContext::published(std::span<const ItemId> items) {
  Array& list = arena_.array();
  for (const ItemId item : items)
    if (site_.is_published(item)) list.add(site_.values()[item]);
  return list;
}

// By the first letters of names.
Value PageContext::letters(std::span<const ItemId> items) {
  std::vector<std::pair<std::string, ItemId>> sorted;
  for (const ItemId item : items)
    if (site_.is_published(item)) sorted.emplace_back(fold_case(model_.name(item)), item);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::map<std::string, Array*> by_letter;
  for (const auto& [name, item] : sorted) {
    std::size_t end = 0;
    if (!name.empty()) decode_code_point(name, end);
    const std::string letter = capitalised(name.substr(0, end));
    const auto [entry, fresh] = by_letter.try_emplace(letter, nullptr);
    if (fresh) entry->second = &arena_.array();
    entry->second->add(site_.values()[item]);
  }
  Array& list = arena_.array();
  for (const auto& [letter, entries] : by_letter)
    list.add(arena_.table().set("letter", arena_.keep(letter)).set("items", *entries));
  return list;
}

void PageContext::write_index() {
  const Route& route = page_.route();
  const TypeDef& type = model_.schema->types[route.type];
  context_.set("type", arena_.table().set("name", type.name).set("label", type.label).set("plural", type.plural));
  context_.set("intro", arena_.keep(route.item == no_item ? Html() : page_.body(route.item)));
  const std::span<const ItemId> items = model_.of_type(route.type);
  context_.set("items", published(items));
  context_.set("letters", type.glossary ? letters(items) : Value(arena_.array()));
  context_.set("pages", type.pages);
}

void PageContext::write_planned() {
  const Route& route = page_.route();
  context_.set("parts", sections());
  context_.set("intro", arena_.keep(route.item == no_item ? Html() : page_.body(route.item)));
  route.plan->fill(context_, arena_);
}

void PageContext::write_findings() {
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(std::count_if(site_.findings().begin(), site_.findings().end(),
                                                  [&](const Diagnostic& d) { return d.severity == severity; }));
  };
  context_.set("findings", page_.member("findings"));
  context_.set("errors", count(Severity::error)).set("warnings", count(Severity::warning));
}

void PageContext::write_whole() {
  Array& chapters = arena_.array();
  for (const WholeText::Chapter& chapter : page_.whole()->chapters()) {
    Array& headings = arena_.array();
    for (WholeText::Heading& heading : page_.whole()->headings(chapter))
      headings.add(arena_.table()
                       .set("title", arena_.keep(std::move(heading.title)))
                       .set("anchor", arena_.keep(std::move(heading.place)))
                       .set("number", arena_.keep(std::move(heading.number))));
    chapters.add(arena_.table()
                     .set("item", site_.values()[chapter.item])
                     .set("title", arena_.keep(page_.title(chapter.item)))
                     .set("anchor", chapter.anchor)
                     .set("number", chapter.number)
                     .set("headings", headings)
                     .set("text", arena_.keep(page_.body(chapter.item))));
  }
  context_.set("chapters", chapters);
}

}  // namespace

void render_page(const Route& route, const Site& site, std::string& out, Diagnostics& diagnostics) {
  Arena arena;
  const Page page(site, route, arena, diagnostics);
  Table context;
  context.set("site", site.table()).set("words", site.config().words).set("page", page);
  PageContext(page, context).write();
  site.templates().render(route.template_name, context, arena, out, diagnostics);
}

}  // namespace framewright
