#include "register/grant_pages.h"

#include <algorithm>

namespace framewright {

namespace {

struct GrantTotal {
  Money value;
  std::size_t not_known = 0;
};

GrantTotal total_of_grants(const Model& model, std::span<const ItemId> grants) {
  GrantTotal total;
  for (const ItemId grant : grants) {
    const Item& item = model.items[grant];
    if (const Money* value = money_field(item, model.type(item), "value_net"))
      add_to(total.value, *value);
    else
      ++total.not_known;
  }
  return total;
}

Array& rows_of(const RegisterLists& lists, std::span<const ItemId> grants, Arena& arena) {
  Array& rows = arena.array();
  for (const ItemId grant : grants) {
    const std::vector<ItemId> recipients = published_links(lists.contracts(), grant, "supplier");
    const Item& item = lists.model().items[grant];
    const std::string* name = text_field(item, lists.model().type(item), "recipient");
    rows.add(arena.table()
                 .set("item", lists.values()[grant])
                 .set("recipients", lists.rows().items(recipients, arena))
                 .set("recipient", name == nullptr ? Value("") : Value(*name)));
  }
  return rows;
}

Table& section_of(Array& rows, std::size_t count, const GrantTotal& total, const std::string& more, Arena& arena) {
  return arena.table()
      .set("rows", rows)
      .set("count", count)
      .set("value", total.value)
      .set("not_known", total.not_known)
      .set("more", rows.size() < count ? Value(arena.keep(more)) : Value(Empty{}));
}

}  // namespace

Table& grants_section(const RegisterLists& lists, std::span<const ItemId> grants, std::size_t most,
                      const std::string& more, Arena& arena) {
  return section_of(rows_of(lists, grants.first(std::min(most, grants.size())), arena), grants.size(),
                    total_of_grants(lists.model(), grants), more, arena);
}

namespace {

// The whole list of each supplier with more grants than its page shows.
void plan_supplier_grants(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  const Model& model = lists->model();
  const auto type = model.schema->find("supplier");
  if (!type) return;
  for (const ItemId supplier : model.of_type(*type)) {
    auto grants = std::make_shared<const std::vector<ItemId>>(lists->grants_of(supplier));
    if (grants->size() <= rows_of_page || model.items[supplier].draft) continue;
    const std::string name = model.reads(supplier);
    PagedList list;
    list.words = &lists->words();
    list.address = model.items[supplier].address + "grants/";
    list.template_name = "register-grants.html";
    list.title = lists->words().text("grants.of", {name});
    list.crumbs = {{name, model.items[supplier].address}};
    list.rows = grants->size();
    list.fill = [lists, grants, total = total_of_grants(model, *grants)](std::size_t begin, std::size_t end,
                                                                         Table& context, Arena& arena) {
      const std::span all(*grants);
      context.set("grants",
                  section_of(rows_of(*lists, all.subspan(begin, end - begin), arena), all.size(), total, {}, arena));
    };
    plan_paged_list(std::move(list), plan);
  }
}

}  // namespace

void plan_grant_pages(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  if (lists->grants().empty()) return;
  const TypeId type = *lists->model().schema->find("grant");
  const TypeDef& def = lists->model().schema->types[type];
  if (!def.pages) return;
  PagedList list;
  list.words = &lists->words();
  list.address = def.folder + "/";
  list.template_name = "register-grants.html";
  list.title = lists->title_of(list.address, lists->words().text("column.grants"));
  list.summary = def.says;
  list.crumbs = lists->crumbs();
  list.index_of = type;
  list.rows = lists->grants().size();
  list.fill = [lists, total = total_of_grants(lists->model(), lists->grants())](std::size_t begin, std::size_t end,
                                                                                Table& context, Arena& arena) {
    const std::span grants(lists->grants());
    context.set("grants", section_of(rows_of(*lists, grants.subspan(begin, end - begin), arena), grants.size(), total,
                                     {}, arena));
  };
  plan_paged_list(std::move(list), plan);
  plan_supplier_grants(lists, plan);
}

}  // namespace framewright
