#include "register/supplier_pages.h"

#include <algorithm>

namespace framewright {

namespace {

using Suppliers = std::shared_ptr<const std::vector<ItemId>>;

Array& rows_of(const RegisterLists& lists, std::span<const ItemId> suppliers, Arena& arena) {
  Array& rows = arena.array();
  for (const ItemId supplier : suppliers)
    rows.add(arena.table()
                 .set("item", lists.values()[supplier])
                 .set("total", ContractRows::total(lists.by_item().total(supplier), arena))
                 .set("grants", lists.grants_of(supplier).size()));
  return rows;
}

Value column(std::string_view label, bool numeric, std::string_view sort, bool current, std::string address,
             Arena& arena) {
  return arena.table()
      .set("label", label)
      .set("sort", current ? Value(sort) : Value(""))
      .set("address", current ? Value("") : Value(arena.keep(std::move(address))))
      .set("numeric", numeric);
}

void plan_order(const std::shared_ptr<const RegisterLists>& lists, const Suppliers& suppliers, TypeId type,
                bool by_value, SitePlan& plan) {
  const TypeDef& def = lists->model().schema->types[type];
  const std::string root = def.folder + "/";
  PagedList list;
  list.words = &lists->words();
  list.address = by_value ? root + "by-value/" : root;
  list.template_name = "register-suppliers.html";
  list.title = lists->title_of(root, lists->words().text("suppliers.title"));
  list.summary = def.says;
  list.crumbs = lists->crumbs();
  if (by_value) {
    list.crumbs.emplace_back(list.title, root);
    list.title = lists->words().text("suppliers.by_value", {list.title});
  } else {
    list.index_of = type;
  }
  list.rows = suppliers->size();
  list.fill = [lists, suppliers, root, by_value](std::size_t begin, std::size_t end, Table& context, Arena& arena) {
    const Words& words = lists->words();
    Array& columns = arena.array();
    columns.add(column(words.text("column.supplier"), false, "ascending", !by_value, root, arena));
    columns.add(column(words.text("column.contract_value"), true, "descending", by_value, root + "by-value/", arena));
    context.set("columns", columns)
        .set("rows", rows_of(*lists, std::span(*suppliers).subspan(begin, end - begin), arena));
  };
  plan_paged_list(std::move(list), plan);
}

}  // namespace

void plan_supplier_pages(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  const Model& model = lists->model();
  const auto type = model.schema->find("supplier");
  if (!type || !model.schema->types[*type].pages) return;
  std::vector<ItemId> suppliers(model.of_type(*type).begin(), model.of_type(*type).end());
  std::erase_if(suppliers, [&](ItemId item) { return !lists->contracts().shows(item); });
  if (suppliers.empty()) return;
  std::vector<ItemId> by_name = sorted_by_name(model, std::move(suppliers));
  std::vector<ItemId> by_value = by_name;
  std::stable_sort(by_value.begin(), by_value.end(), [&](ItemId a, ItemId b) {
    return lists->by_item().total(a).value > lists->by_item().total(b).value;
  });
  plan_order(lists, std::make_shared<const std::vector<ItemId>>(std::move(by_name)), *type, false, plan);
  plan_order(lists, std::make_shared<const std::vector<ItemId>>(std::move(by_value)), *type, true, plan);
}

}  // namespace framewright
