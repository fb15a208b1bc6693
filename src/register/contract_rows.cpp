#include "register/contract_rows.h"

#include "base/text.h"

namespace framewright {

namespace {

constexpr int soon_months = 6;
constexpr int told_months = 24;  // of how many an end is said

// Whole months from one day to a later one.
int months_between(Date from, Date to) {
  int months = static_cast<int>((to.year() - from.year()).count()) * 12 + static_cast<int>(unsigned(to.month())) -
               static_cast<int>(unsigned(from.month()));
  if (add_months(from, months) > to) --months;
  return months;
}

// "Ends in 4 months"; of less than a month, in days.
std::string time_until(Date today, Date day, const Words& words, const std::string& phrase) {
  if (const int months = months_between(today, day); months > 0) return words.text(phrase + "_in_months", {months});
  return words.text(phrase + "_in_days", {static_cast<int>(days_between(today, day))});
}

}  // namespace

ContractState state_of(const Contract& contract, Date today, const Words& words) {
  switch (contract.stage) {
    case ContractStage::planned:
      if (!contract.start || *contract.start <= today) return {words.text("state.planned"), "planned"};
      return {time_until(today, *contract.start, words, "state.starts"), "planned"};
    case ContractStage::ended: return {words.text("state.ended"), "ended"};
    case ContractStage::terminated: return {words.text("state.terminated"), "terminated"};
    case ContractStage::active: break;
  }
  const bool no_end = contract.open_ended || !contract.end || *contract.end < today;
  if (no_end || *contract.end > add_months(today, told_months)) return {words.text("state.active"), "active"};
  return {time_until(today, *contract.end, words, "state.ends"),
          *contract.end <= add_months(today, soon_months) ? "soon" : "active"};
}

std::string_view words_for_nothing(const Register& contracts, const Contract& contract, std::string_view field) {
  const Words& words = contracts.config->words;
  if (is_withheld(*contracts.model, contract.item, field)) return words.text("value.withheld");
  const bool to_come = field == "supplier" && contract.stage == ContractStage::planned;
  return words.text(to_come ? "value.none_yet" : "value.not_known");
}

std::string words_for_no_value(const Register& contracts, const Contract& contract) {
  if (contract.annual_value) return contracts.config->words.text("contracts.a_year", {*contract.annual_value});
  return std::string(words_for_nothing(contracts, contract, "value_net"));
}

std::string words_for_no_end(const Register& contracts, const Contract& contract) {
  if (contract.open_ended) return contracts.config->words.text("contracts.open_ended");
  return std::string(words_for_nothing(contracts, contract, "end"));
}

std::vector<ItemId> published_links(const Register& contracts, ItemId item, std::string_view link) {
  std::vector<ItemId> items = linked_items(*contracts.model, item, link);
  std::erase_if(items, [&](ItemId other) { return !contracts.shows(other); });
  return items;
}

Array& ContractRows::items(std::span<const ItemId> items, Arena& arena) const {
  Array& list = arena.array();
  for (const ItemId item : items) list.add(values_[item]);
  return list;
}

Table& ContractRows::row(ContractIndex index, Arena& arena) const {
  const Contract& contract = contracts_.contracts[index];
  const ContractState state = state_of(contract, contracts_.config->today, contracts_.config->words);
  const std::vector<ItemId> suppliers = published_links(contracts_, contract.item, "supplier");
  return arena.table()
      .set("item", values_[contract.item])
      .set("suppliers", items(suppliers, arena))
      .set("no_supplier", words_for_nothing(contracts_, contract, "supplier"))
      .set("value", contract.value ? Value(*contract.value) : Value(Empty{}))
      .set("no_value", contract.value ? Value("") : Value(arena.keep(words_for_no_value(contracts_, contract))))
      .set("no_start", words_for_nothing(contracts_, contract, "start"))
      .set("no_end",
           contract.open_ended || !contract.end ? Value(arena.keep(words_for_no_end(contracts_, contract))) : Value(""))
      .set("state", arena.keep(state.words))
      .set("state_kind", state.kind);
}

Array& ContractRows::rows(std::span<const ContractIndex> indexes, Arena& arena) const {
  Array& rows = arena.array();
  for (const ContractIndex index : indexes) rows.add(row(index, arena));
  return rows;
}

Table& ContractRows::total(const Total& total, Arena& arena) {
  return arena.table()
      .set("contracts", total.contracts)
      .set("value", total.value)
      .set("annual", total.annual_value)
      .set("with_annual", total.with_annual)
      .set("withheld", total.withheld)
      .set("not_known", total.not_known());
}

Table& ContractRows::section(Array& rows, const Total& all, const std::string& more, Arena& arena) {
  return arena.table()
      .set("rows", rows)
      .set("total", total(all, arena))
      .set("more", rows.size() < all.contracts ? Value(arena.keep(more)) : Value(Empty{}));
}

}  // namespace framewright
