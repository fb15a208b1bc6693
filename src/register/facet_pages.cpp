#include "register/facet_pages.h"

#include "diagram/chart.h"

namespace framewright {

namespace {

struct FacetTable {
  const Facet* facet;
  Total whole;  // the register
};

Array& rows_of(const FacetTable& table, std::size_t begin, std::size_t end, Arena& arena) {
  Array& rows = arena.array();
  for (std::size_t i = begin; i < end; ++i) {
    const FacetValue& value = table.facet->values[i];
    rows.add(arena.table()
                 .set("label", value.label)
                 .set("address", arena.keep(table.facet->address_of(value)))
                 .set("total", ContractRows::total(value.total, arena))
                 .set("percent", share_of(value.total.value, table.whole.value)));
  }
  return rows;
}

Value bars_of(const Facet& facet, const Words& words, Arena& arena) {
  std::vector<ChartBar> bars;
  for (const FacetValue& value : facet.values) bars.push_back({value.label, value.total.value});
  return chart_bars(std::move(bars), words.text("chart.others"), arena);
}

void plan_index(const std::shared_ptr<const RegisterLists>& lists, const FacetTable& table, SitePlan& plan) {
  PagedList list;
  list.words = &lists->words();
  list.address = table.facet->address;
  list.template_name = "register-facet.html";
  list.title = table.facet->title;
  list.summary = table.facet->note;
  list.crumbs = lists->crumbs();
  list.rows = table.facet->values.size();
  list.fill = [lists, table](std::size_t begin, std::size_t end, Table& context, Arena& arena) {
    context.set("label", table.facet->label)
        .set("bars", begin == 0 ? bars_of(*table.facet, lists->words(), arena) : Value(arena.array()))
        .set("rows", rows_of(table, begin, end, arena))
        .set("total", ContractRows::total(table.whole, arena))
        .set("many", table.facet->many);
  };
  plan_paged_list(std::move(list), plan);
}

void plan_value(const std::shared_ptr<const RegisterLists>& lists, const Facet& facet, const FacetValue& value,
                SitePlan& plan) {
  PagedList list;
  list.words = &lists->words();
  list.address = facet.address_of(value);
  list.template_name = "register-list.html";
  list.title = std::string(facet.label) + ": " + value.label;
  list.crumbs = lists->crumbs();
  list.crumbs.emplace_back(facet.title, facet.address);
  list.rows = value.contracts.size();
  list.fill = [lists, &value](std::size_t begin, std::size_t end, Table& context, Arena& arena) {
    const std::span indexes(value.contracts);
    Array& rows = lists->rows().rows(indexes.subspan(begin, end - begin), arena);
    context.set("contracts", ContractRows::section(rows, value.total, {}, arena));
  };
  plan_paged_list(std::move(list), plan);
}

}  // namespace

void plan_facet_pages(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  const Total whole = total_of(lists->contracts(), lists->orders()[ContractOrder::title]);
  for (const Facet& facet : lists->facets()) {
    plan_index(lists, {&facet, whole}, plan);
    for (const FacetValue& value : facet.values) plan_value(lists, facet, value, plan);
  }
}

}  // namespace framewright
