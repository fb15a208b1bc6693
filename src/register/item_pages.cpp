#include "register/item_pages.h"

#include <algorithm>

#include "register/contract_page.h"
#include "register/grant_pages.h"
#include "register/thread_pages.h"

namespace framewright {

namespace {

bool is_named(std::string_view link, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), link) != names.end();
}

// The links by which the register lists contracts and grants, and tells what a contract belongs to.
bool is_told(const Schema& schema, std::string_view type, LinkId link) {
  const auto id = schema.find(type);
  if (!id) return false;
  const std::vector<LinkId>& links = schema.types[*id].links;
  if (std::find(links.begin(), links.end(), link) == links.end()) return false;
  const std::string& name = schema.links[link].name;
  if (type == "grant") return name == "supplier";
  if (type == "decision") return name == "about";
  return is_named(name,
                  {"supplier", "for", "strategy", "standards", "principles", "decision", "predecessor", "successor"});
}

std::string list_address(const Model& model, ItemId item, std::string_view folder) {
  return model.items[item].address + std::string(folder) + "/";
}

Array& item_rows(const RegisterLists& lists, ItemId item, std::span<const ContractIndex> indexes, Arena& arena) {
  Array& rows = arena.array();
  for (const ContractIndex index : indexes) {
    const std::vector<ItemId> others = lists.by_item().sharers(item, index);
    rows.add(lists.rows().row(index, arena).set("others", lists.rows().items(others, arena)));
  }
  return rows;
}

Table& item_section(const RegisterLists& lists, ItemId item, std::size_t begin, std::size_t end, Arena& arena) {
  const ContractsByItem& by_item = lists.by_item();
  const TypeDef& type = lists.model().type(lists.model().items[item]);
  Array& rows = item_rows(lists, item, by_item.of(item).subspan(begin, end - begin), arena);
  return ContractRows::section(rows, by_item.total(item), list_address(lists.model(), item, "contracts"), arena)
      .set("shared", by_item.shared(item))
      .set("label", type.label)
      .set("plural", type.plural);
}

// The recommendations of a strategy, and the like, have no page; what they come to stands on the page they are on.
Value nested_totals(const RegisterLists& lists, ItemId item, Arena& arena) {
  Array& list = arena.array();
  for (const ItemId nested : lists.model().nested_in(item))
    if (const Total& total = lists.by_item().total(nested); total.contracts > 0)
      list.add(arena.table()
                   .set("item", lists.values()[nested])
                   .set("total", ContractRows::total(total, arena))
                   .set("plural", lists.model().type(lists.model().items[nested]).plural));
  return list;
}

}  // namespace

void ItemPages::describe(ItemId item, Table& context, Arena& arena) const {
  const RegisterLists& lists = *lists_;
  if (const auto contract = lists.find(item)) {
    context.set("contract", describe_contract(lists, *contract, arena));
    return;
  }
  context.set("thread", arena.keep(thread_address(lists.contracts(), item)));
  const std::size_t count = lists.by_item().of(item).size();
  if (count > 0) {
    context.set("contracts", item_section(lists, item, 0, std::min(count, rows_of_page), arena));
    context.set("nested_contracts", nested_totals(lists, item, arena));
  }
  if (lists.model().type(lists.model().items[item]).name != "supplier") return;
  const std::vector<ItemId> grants = lists.grants_of(item);
  if (!grants.empty())
    context.set("grants",
                grants_section(lists, grants, rows_of_page, list_address(lists.model(), item, "grants"), arena));
}

bool ItemPages::presents(ItemId item, LinkId link, bool back) const {
  const Schema& schema = *lists_->model().schema;
  const bool contract = lists_->find(item).has_value();
  if (is_told(schema, "contract", link)) return contract || (back && !lists_->by_item().of(item).empty());
  if (!back) return false;
  return is_told(schema, "grant", link) || (contract && is_told(schema, "decision", link));
}

void plan_item_lists(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  const Model& model = lists->model();
  for (const ItemId item : lists->by_item().items()) {
    const std::size_t count = lists->by_item().of(item).size();
    if (count <= rows_of_page || !model.items[item].anchor.empty()) continue;
    const std::string name = model.reads(item);
    PagedList list;
    list.words = &lists->words();
    list.address = list_address(model, item, "contracts");
    list.template_name = "register-list.html";
    list.title = lists->words().text("contracts.of", {name});
    list.crumbs = {{name, model.items[item].address}};
    list.rows = count;
    list.fill = [lists, item](std::size_t begin, std::size_t end, Table& context, Arena& arena) {
      context.set("contracts", item_section(*lists, item, begin, end, arena));
    };
    plan_paged_list(std::move(list), plan);
  }
}

}  // namespace framewright
