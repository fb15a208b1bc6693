#include "render/site_filters.h"

#include <algorithm>

#include "base/text.h"
#include "render/field_sum.h"
#include "render/page.h"
#include "render/page_facts.h"
#include "render/picture_filters.h"
#include "render/value_parts.h"

namespace framewright {

namespace {

const Page* page_argument(const FilterCall& call, std::size_t argument) {
  const auto* object = call.arguments[argument].get<const Object*>();
  return object == nullptr ? nullptr : dynamic_cast<const Page*>(*object);
}

Value href(const FilterCall& call) {
  const Page* page = page_argument(call, 0);
  if (page == nullptr) return call.fail("href needs the page that the link stands on: href(page)");
  if (const auto* text = call.input.get<std::string_view>()) return call.arena().keep(page->href(*text));
  if (const auto* object = call.input.get<const Object*>()) {
    const Value address = (*object)->member("address");
    if (const auto* text = address.get<std::string_view>()) return call.arena().keep(page->href(*text));
  }
  return call.fail("href takes an item, something with an address, or an address");
}

Value show(const FilterCall& call) {
  const Page* page = page_argument(call, 1);
  const ItemValue* item = as_item(call.input);
  const std::optional<std::string_view> name = call.text(0);
  if (page == nullptr || item == nullptr || !name)
    return call.fail("show takes an item, the name of a field and the page: item | show(\"summary\", page)");
  std::optional<Html> markup = page->field(item->item(), *name);
  if (!markup) return call.fail("there is no field \"" + std::string(*name) + "\"");
  return call.arena().keep(std::move(*markup));
}

Value own(const FilterCall& call) {
  const Page* page = page_argument(call, 0);
  const ItemValue* item = as_item(call.input);
  if (page == nullptr || item == nullptr) return call.fail("own takes an item and the page: item | own(page)");
  return own_fields(*page, item->item());
}

Value item_relations(const FilterCall& call) {
  const Page* page = page_argument(call, 0);
  const ItemValue* item = as_item(call.input);
  if (page == nullptr || item == nullptr)
    return call.fail("relations takes an item and the page: item | relations(page)");
  return relations(*page, item->item());
}

Value nested(const FilterCall& call) {
  const Page* page = page_argument(call, 0);
  const ItemValue* item = as_item(call.input);
  if (page == nullptr || item == nullptr) return call.fail("nested takes an item and the page: item | nested(page)");
  return nested_lists(*page, item->item());
}

// The field of that name of the first item whose type has it; null when it is none, such as a link.
const FieldDef* field_of_column(const List& items, std::string_view name) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ItemValue* item = as_item(items.at(i));
    if (const FieldDef* field = item == nullptr ? nullptr : item->type().field(name)) return field;
  }
  return nullptr;
}

std::string_view label_of_column(const List& items, const FieldDef* field, std::string_view name, Arena& arena) {
  if (field != nullptr) return field->label;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ItemValue* item = as_item(items.at(i));
    if (const LinkDef* link = item == nullptr ? nullptr : item->link(name)) return link->label;
  }
  return arena.keep(label_of_name(name));
}

// Amounts, which can be added up; a year or a month is no amount.
bool is_numeric(const FieldDef* field) {
  return field != nullptr && !field->list && (field->kind == FieldKind::money || field->kind == FieldKind::integer);
}

Value columns(const FilterCall& call) {
  const auto* items = call.input.get<const List*>();
  const auto* names = call.arguments[0].get<const List*>();
  if (items == nullptr || names == nullptr)
    return call.fail("columns takes items and the names of fields: items | columns([\"title\", \"value_net\"])");
  Array& list = call.arena().array();
  for (std::size_t i = 0; i < (*names)->size(); ++i) {
    const Value value = (*names)->at(i);
    const auto* name = value.get<std::string_view>();
    if (name == nullptr) return call.fail("the names of columns are texts");
    const FieldDef* field = field_of_column(**items, *name);
    list.add(call.arena()
                 .table()
                 .set("name", *name)
                 .set("label", label_of_column(**items, field, *name, call.arena()))
                 .set("numeric", is_numeric(field))
                 .set("total", is_numeric(field) ? sum_of(**items, *name) : Value(Empty{})));
  }
  return list;
}

Filter site_filter(std::string name, std::string about, std::string example, KindSet takes,
                   std::vector<FilterParameter> parameters, std::function<Value(const FilterCall&)> apply) {
  Filter filter;
  filter.name = std::move(name);
  filter.about = std::move(about);
  filter.example = std::move(example);
  filter.takes = takes;
  filter.parameters = std::move(parameters);
  filter.apply = std::move(apply);
  return filter;
}

Filters make_site_filters() {
  Filters filters = make_generic_filters();
  const FilterParameter page{"page", kinds(ValueKind::object)};
  const KindSet object = kinds(ValueKind::object);
  filters.add(site_filter("href", "the address of an item, or of anything with an address, from the page it stands on",
                          "{{ item | href(page) }}", every_kind, {page}, href));
  filters.add(site_filter("show", "a field of an item as markup, with its links",
                          "{{ item | show(\"summary\", page) }}", object, {{"field", kinds(ValueKind::text)}, page},
                          show));
  filters.add(site_filter("own", "the fields of an item's own type that it has: a list of `label`, `value`",
                          "{% for fact in item | own(page) %}…{% endfor %}", object, {page}, own));
  filters.add(site_filter("relations", "the links of an item both ways: a list of `reads`, `name`, `back`, `items`",
                          "{% for kind in item | relations(page) %}…{% endfor %}", object, {page}, item_relations));
  filters.add(site_filter("nested", "the items within an item: a list of `title`, `name`, `items`",
                          "{% for group in item | nested(page) %}…{% endfor %}", object, {page}, nested));
  filters.add(site_filter("columns", "the columns of a table of items: a list of `name`, `label`, `numeric`, `total`",
                          "{% for column in items | columns(options.columns) %}…{% endfor %}", kinds(ValueKind::list),
                          {{"names", kinds(ValueKind::list)}}, columns));
  add_picture_filters(filters);
  return filters;
}

}  // namespace

const Filters& site_filters() {
  static const Filters filters = make_site_filters();
  return filters;
}

}  // namespace framewright
