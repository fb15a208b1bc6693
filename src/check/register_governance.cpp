#include <string>

#include "check/contract_view.h"
#include "check/decisions.h"
#include "check/inspection.h"
#include "check/thresholds.h"
#include "check/wording.h"

namespace framewright {

namespace {

using Field = ContractField;

// Where the contract names its decision, else where it is named itself.
Span decision_place(const ContractView& contract) {
  const auto links = contract.links(ContractLink::decision);
  return links.empty() ? place_of(contract.item()) : links.front()->where;
}

void check_decided(const Inspection& site, const ContractView& contract, const Threshold& threshold,
                   Diagnostics& diagnostics) {
  const Money* worth = contract.worth();
  if (worth == nullptr || !(threshold.at < *worth) || contract.item().incomplete || contract.item().leads_nowhere ||
      contract.is_planned() || site.known.was_meant(contract.item().id))
    return;
  Diagnostic& d = diagnostics.error("over-threshold-without-decision", place_of(contract.item()),
                                    "this contract is over " + format_money(threshold.at) + " and names no decision");
  d.label = "its value is " + format_money(*worth);
  d.notes.push_back({contract.where(contract.worth_field()), "the value stands here; " + threshold.says});
  d.help = "name the decision by which it was allowed: decision = \"…\"";
}

void check_time(const Model& model, const ContractView& contract, const std::vector<ItemId>& decisions,
                Diagnostics& diagnostics) {
  const Date* start = contract.date(Field::start);
  const Date* first = nullptr;
  const Item* decision = nullptr;
  for (const ItemId id : decisions) {
    const Date* on = date_field(model.items[id], model.type(model.items[id]), "on");
    if (on == nullptr) return;
    if (first != nullptr && !(*on < *first)) continue;
    first = on;
    decision = &model.items[id];
  }
  if (start == nullptr || first == nullptr || !(*start < *first)) return;
  Diagnostic& d = diagnostics.warning("decision-after-start", decision_place(contract),
                                      "this contract was decided after it had started");
  d.label = "the decision was taken on " + iso_date(*first);
  d.notes.push_back({contract.where(Field::start), "start stands here"});
  d.notes.push_back({decision->field(model.type(*decision), "on")->where, "the day of the decision stands here"});
  d.help = "mend the date that is wrong; if both are right, waive this and say why";
}

void check_limit(const Model& model, const ContractView& contract, const std::vector<ItemId>& decisions,
                 Diagnostics& diagnostics) {
  const Money* worth = contract.worth();
  DecidingBoard greatest;
  for (const ItemId id : decisions) {
    const DecidingBoard by = board_of(model, id);
    if (by.limit == nullptr) return;  // it decides without limit, or who decided is not known
    if (greatest.limit == nullptr || *greatest.limit < *by.limit) greatest = by;
  }
  if (worth == nullptr || greatest.limit == nullptr || !(*greatest.limit < *worth)) return;
  Diagnostic& d =
      diagnostics.error("decision-above-limit", decision_place(contract),
                        "the board that decided on this contract may decide up to " + format_money(*greatest.limit));
  d.label = "its value is " + format_money(*worth);
  d.notes.push_back({contract.where(contract.worth_field()), "the value stands here"});
  const Item& board = model.items[greatest.board];
  d.notes.push_back(
      {board.field(model.type(board), "delegated_limit")->where, "the limit of " + quoted(board.id) + " stands here"});
  d.help = "name the decision of the board that may decide it, or mend the value or the limit";
}

}  // namespace

void check_register_governance(const Inspection& site, Diagnostics& diagnostics) {
  const auto type = site.model.schema->find("decision");
  if (type && site.known.is_unreadable(*type)) return;
  const ContractViews contracts(site.model);
  const auto threshold = needs_decision_above(site.model, site.config);
  for (const ItemId id : contracts.ids()) {
    const ContractView contract = contracts[id];
    const std::vector<ItemId> decisions = decisions_on(site.model, id);
    if (decisions.empty()) {
      if (threshold) check_decided(site, contract, *threshold, diagnostics);
      continue;
    }
    check_time(site.model, contract, decisions, diagnostics);
    check_limit(site.model, contract, decisions, diagnostics);
  }
}

}  // namespace framewright
