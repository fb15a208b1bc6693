#include "register/thread_pages.h"

#include "diagram/chart.h"
#include "register/outcome_thread.h"

namespace framewright {

namespace {

constexpr std::string_view root = "golden-thread/";

std::vector<ItemId> published(const Register& contracts, std::string_view type) {
  const Model& model = *contracts.model;
  std::vector<ItemId> items;
  if (const auto id = model.schema->find(type))
    for (const ItemId item : model.of_type(*id))
      if (contracts.shows(item)) items.push_back(item);
  return items;
}

Value step_value(const RegisterLists& lists, const ThreadStep& step, Arena& arena) {
  Array& items = arena.array();
  for (const ThreadItem& each : step.items)
    items.add(
        arena.table().set("item", lists.values()[each.item]).set("total", ContractRows::total(each.total, arena)));
  return Value(arena.table()
                   .set("items", items)
                   .set("reached", ContractRows::total(step.reached, arena))
                   .set("beside", ContractRows::total(step.beside, arena)));
}

// Parts of a thread that are not there, in the order of its steps.
Value gaps_of(const OutcomeThread& thread, const Words& words, Arena& arena) {
  Array& gaps = arena.array();
  const auto add = [&](bool missing, std::string_view name) {
    if (missing) gaps.add(words.text(name));
  };
  add(thread.needs.items.empty(), "thread.no_need");
  add(thread.priorities.items.empty(), "thread.no_priority");
  add(thread.strategies.items.empty(), "thread.no_strategy");
  add(thread.services.items.empty(), "thread.no_service");
  add(thread.total.contracts == 0, "thread.no_contract");
  add(thread.indicators.empty(), "thread.no_indicator");
  return gaps;
}

void fill_outcome(const RegisterLists& lists, ItemId outcome, Table& context, Arena& arena) {
  const OutcomeThread thread = follow_outcome(lists, outcome);
  Array& steps = arena.array();
  const auto add = [&](std::string_view name, const ThreadStep& step) {
    const TypeDef& type = lists.model().schema->types[*lists.model().schema->find(name)];
    steps.add(arena.table()
                  .set("name", name)
                  .set("label", type.label)
                  .set("heading", arena.keep(type.index_title()))
                  .set("says", lists.words().text("thread." + std::string(name) + "_says"))
                  .set("step", step_value(lists, step, arena)));
  };
  add("need", thread.needs);
  add("priority", thread.priorities);
  add("strategy", thread.strategies);
  add("recommendation", thread.recommendations);
  add("service", thread.services);
  context.set("outcome", lists.values()[outcome])
      .set("steps", steps)
      .set("gaps", gaps_of(thread, lists.words(), arena))
      .set("indicators", lists.rows().items(thread.indicators, arena))
      .set("total", ContractRows::total(thread.total, arena))
      .set("shared", thread.shared);
}

Value outcome_rows(const RegisterLists& lists, std::vector<ChartBar>& bars, Arena& arena) {
  Array& rows = arena.array();
  for (const ItemId outcome : published(lists.contracts(), "outcome")) {
    const Register& contracts = lists.contracts();
    const Total& total = lists.by_item().total(outcome);
    rows.add(arena.table()
                 .set("item", lists.values()[outcome])
                 .set("address", arena.keep(thread_address(contracts, outcome)))
                 .set("needs", items_naming(contracts, "need", "affects", outcome).size())
                 .set("priorities", items_naming(contracts, "priority", "contributes_to", outcome).size())
                 .set("strategies", strategies_for(contracts, outcome).size())
                 .set("services", items_naming(contracts, "service", "delivers", outcome).size())
                 .set("total", ContractRows::total(total, arena)));
    if (total.value.pence > 0) bars.push_back({lists.model().name(outcome), total.value});
  }
  return rows;
}

// How many indicators are evidence for a standard or for one of its criteria.
std::size_t evidence_of(const Register& contracts, ItemId standard) {
  std::vector<ItemId> indicators = items_naming(contracts, "indicator", "evidences", standard);
  for (const ItemId nested : contracts.model->nested_in(standard)) {
    for (const ItemId each : items_naming(contracts, "indicator", "evidences", nested)) indicators.push_back(each);
    for (const ItemId each : linked_items(*contracts.model, nested, "measured_by")) indicators.push_back(each);
  }
  return each_once(std::move(indicators)).size();
}

Value standard_rows(const RegisterLists& lists, Arena& arena) {
  Array& rows = arena.array();
  for (const ItemId standard : published(lists.contracts(), "standard"))
    rows.add(arena.table()
                 .set("item", lists.values()[standard])
                 .set("strategies", items_naming(lists.contracts(), "strategy", "standards", standard).size())
                 .set("indicators", evidence_of(lists.contracts(), standard))
                 .set("total", ContractRows::total(lists.by_item().total(standard), arena)));
  return rows;
}

void fill_overview(const RegisterLists& lists, Table& context, Arena& arena) {
  const Register& contracts = lists.contracts();
  std::vector<ChartBar> bars;
  std::vector<bool> serves(contracts.contracts.size(), false);
  for (const ItemId outcome : published(contracts, "outcome"))
    for (const ContractIndex index : lists.by_item().of(outcome)) serves[index] = true;
  Total with, without;
  for (std::size_t i = 0; i < serves.size(); ++i)
    add_to(serves[i] ? with : without, contracts, static_cast<ContractIndex>(i));
  context.set("outcomes", outcome_rows(lists, bars, arena))
      .set("bars", chart_bars(std::move(bars), lists.words().text("chart.others"), arena))
      .set("standards", standard_rows(lists, arena))
      .set("with_outcome", ContractRows::total(with, arena))
      .set("without_outcome", ContractRows::total(without, arena));
}

}  // namespace

std::string thread_address(const Register& contracts, ItemId outcome) {
  const Item& item = contracts.model->items[outcome];
  if (contracts.model->type(item).name != "outcome" || item.address.empty() || !contracts.shows(outcome)) return {};
  const std::string_view folder = contracts.model->type(item).folder;
  const std::string_view own = std::string_view(item.address).substr(folder.size() + 1);
  return own.empty() || !item.anchor.empty() ? std::string() : std::string(root) + std::string(own);
}

void plan_thread_pages(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  const Register& contracts = lists->contracts();
  const std::vector<ItemId> outcomes = published(contracts, "outcome");
  if (outcomes.empty()) return;
  PlannedPage overview;
  overview.address = root;
  overview.template_name = "golden-thread.html";
  overview.title = lists->words().text("thread.title");
  overview.summary = lists->words().text("thread.summary");
  overview.section = true;
  overview.fill = [lists](Table& context, Arena& arena) { fill_overview(*lists, context, arena); };
  plan.pages.push_back(std::move(overview));
  for (const ItemId outcome : outcomes) {
    PlannedPage page;
    page.address = thread_address(contracts, outcome);
    if (page.address.empty()) continue;
    page.template_name = "golden-thread-outcome.html";
    const std::string name = contracts.model->name(outcome);
    page.title = lists->words().text("thread.page_title", {name});
    page.summary = lists->words().text("thread.page_summary");
    page.crumbs = {{lists->words().text("thread.title"), std::string(root)}};
    page.fill = [lists, outcome](Table& context, Arena& arena) { fill_outcome(*lists, outcome, context, arena); };
    plan.pages.push_back(std::move(page));
  }
}

}  // namespace framewright
