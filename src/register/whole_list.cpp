#include "register/whole_list.h"

#include <algorithm>
#include <array>

namespace framewright {

namespace {

constexpr std::size_t values_shown = 8;  // of a facet on the first page

struct OrderDef {
  ContractOrder order;
  std::string_view folder;  // below the register; empty for its own
  std::string_view title;   // the words of the title of its page; empty for that of the register
  std::string_view column;  // those of the heading of the column that it sorts by
  std::string_view sort;    // for aria-sort
};
constexpr std::array<OrderDef, contract_orders> order_defs{
    {{ContractOrder::title, "", "", "column.contract", "ascending"},
     {ContractOrder::supplier, "by-supplier/", "order.supplier", "column.supplier", "ascending"},
     {ContractOrder::value, "by-value/", "order.value", "column.value", "descending"},
     {ContractOrder::start, "by-start/", "order.start", "column.starts", "descending"},
     {ContractOrder::end, "by-end/", "order.end", "column.ends", "other"}}};

Value columns(const RegisterLists& lists, const OrderDef& shown, Arena& arena) {
  Array& columns = arena.array();
  for (const OrderDef& def : order_defs) {
    const bool current = def.order == shown.order;
    columns.add(arena.table()
                    .set("label", lists.words().text(def.column))
                    .set("sort", current ? def.sort : "")
                    .set("address", current ? Value("") : Value(arena.keep(lists.root() + std::string(def.folder))))
                    .set("numeric", def.order == ContractOrder::value));
  }
  return columns;
}

Value facet_value(const Facet& facet, Arena& arena) {
  Array& values = arena.array();
  for (std::size_t i = 0; i < std::min(values_shown, facet.values.size()); ++i) {
    const FacetValue& value = facet.values[i];
    values.add(arena.table()
                   .set("label", value.label)
                   .set("address", arena.keep(facet.address_of(value)))
                   .set("total", ContractRows::total(value.total, arena)));
  }
  return arena.table()
      .set("label", facet.label)
      .set("title", facet.title)
      .set("address", facet.address)
      .set("values", values)
      .set("count", facet.values.size());
}

// What the filter offers: the values of each facet, which stand in the query as their places in its data.
Value filter_value(const RegisterLists& lists, Arena& arena) {
  Array& facets = arena.array();
  for (const Facet& facet : lists.facets()) {
    Array& options = arena.array();
    for (const FacetValue& value : facet.values)
      options.add(arena.table().set("slug", value.slug).set("label", value.label).set("count", value.contracts.size()));
    facets.add(arena.table().set("name", facet.name).set("label", facet.label).set("options", options));
  }
  return arena.table().set("facets", facets).set("address", arena.keep(lists.root() + "data/parts.json"));
}

// The other pages of the register, as far as they are planned.
Value related_pages(const RegisterLists& lists, const SitePlan& plan, Arena& arena) {
  Array& related = arena.array();
  for (const std::string_view folder : {"ending/", "starting/", "awarded/", "suppliers/", "grants/", "data/"})
    for (const PlannedPage& page : plan.pages)
      if (page.address == lists.root() + std::string(folder))
        related.add(arena.table().set("title", page.title).set("address", page.address).set("summary", page.summary));
  return related;
}

void write_first_page(const RegisterLists& lists, const SitePlan& plan, Table& context, Arena& arena) {
  Array& facets = arena.array();
  for (const Facet& facet : lists.facets()) facets.add(facet_value(facet, arena));
  context.set("facets", facets)
      .set("related", related_pages(lists, plan, arena))
      .set("filter", filter_value(lists, arena));
}

}  // namespace

void plan_whole_list(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  const std::size_t count = lists->contracts().contracts.size();
  const Total total = total_of(lists->contracts(), lists->orders()[ContractOrder::title]);
  for (const OrderDef& def : order_defs) {
    PagedList list;
    list.words = &lists->words();
    list.address = lists->root() + std::string(def.folder);
    list.template_name = "register.html";
    list.title = def.title.empty() ? lists->title() : lists->words().text(def.title, {lists->title()});
    if (def.order == ContractOrder::title) {
      list.summary = lists->summary();
      list.index_of = *lists->model().schema->find("contract");
    } else {
      list.crumbs = lists->crumbs();
    }
    list.rows = count;
    list.fill = [lists, total, &def, &plan](std::size_t begin, std::size_t end, Table& context, Arena& arena) {
      const std::span indexes(lists->orders()[def.order]);
      Array& rows = lists->rows().rows(indexes.subspan(begin, end - begin), arena);
      context.set("contracts", ContractRows::section(rows, total, {}, arena))
          .set("columns", columns(*lists, def, arena))
          .set("root", lists->root());
      if (begin == 0 && def.order == ContractOrder::title) write_first_page(*lists, plan, context, arena);
    };
    plan_paged_list(std::move(list), plan);
  }
}

}  // namespace framewright
