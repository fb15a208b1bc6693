#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <span>
#include <string>

#include "base/text.h"
#include "check/contract_view.h"
#include "check/decisions.h"
#include "check/inspection.h"
#include "check/thresholds.h"
#include "check/wording.h"
#include "model/extension.h"

namespace framewright {

namespace {

using Field = ContractField;

constexpr int months_together = 12;
constexpr std::size_t most_notes = 5;

struct Award {
  Date on;
  Money value;
  Money decided;  // the greatest value that those who decided on it may decide; £0 where nobody did
  ItemId contract;
};

// The awards of one department to one supplier. A contract with several suppliers says nothing of what each is paid.
std::map<std::pair<ItemId, std::string>, std::vector<Award>> awards_by_supplier(const Model& model,
                                                                                const ContractViews& contracts) {
  std::map<std::pair<ItemId, std::string>, std::vector<Award>> groups;
  for (const ItemId id : contracts.ids()) {
    const ContractView contract = contracts[id];
    const auto suppliers = contract.links(ContractLink::supplier);
    const Date* on = contract.begun();
    const Money* value = contract.sound_money(Field::value_net);
    const std::string* department = contract.text(Field::department);
    if (suppliers.size() != 1 || on == nullptr || value == nullptr || department == nullptr) continue;
    groups[{suppliers.front()->to, *department}].push_back(
        {*on, *value, decided_up_to(model, id).value_or(Money{}), id});
  }
  return groups;
}

void report(const ContractViews& contracts, std::span<const Award> awards, Money sum, const Threshold& threshold,
            Diagnostics& diagnostics) {
  const ContractView last = contracts[awards.back().contract];
  const auto others = awards.first(awards.size() - 1);
  Diagnostic& d =
      diagnostics.warning("repeated-awards", last.where(Field::value_net),
                          "with " + counted(others.size(), "other award", "other awards") +
                              " of the same department to this supplier within " + std::to_string(months_together) +
                              " months, the value comes to " + format_money(sum));
  d.label = "each is within " + format_money(threshold.at) + ", and together they are above it";
  for (const Award& award : others.first(std::min(others.size(), most_notes))) {
    const ContractView other = contracts[award.contract];
    d.notes.push_back(
        {other.where(Field::value_net), quoted(other.item().id) + " was awarded on " + iso_date(award.on)});
  }
  d.help = "if they are one purchase, have it decided as one; if not, waive this and say why";
}

// Looks for awards that are each within a threshold and come to more than it, in a window of twelve months that moves
// over them in the order of their days. An award that a board decided which may decide above the threshold is left out.
bool check_threshold(const ContractViews& contracts, const std::vector<Award>& awards, const Threshold& threshold,
                     Diagnostics& diagnostics) {
  std::vector<Award> within;
  std::copy_if(awards.begin(), awards.end(), std::back_inserter(within),
               [&](const Award& each) { return each.value <= threshold.at && each.decided <= threshold.at; });
  std::size_t begin = 0;
  Money sum;
  for (std::size_t i = 0; i < within.size(); ++i) {
    for (; !(within[i].on < add_months(within[begin].on, months_together)); ++begin)
      sum.pence -= within[begin].value.pence;
    // What was summed up to here is within the threshold, so that only the last sum can leave 64 bits.
    if (__builtin_add_overflow(sum.pence, within[i].value.pence, &sum.pence))
      sum.pence = std::numeric_limits<std::int64_t>::max();
    if (!(threshold.at < sum)) continue;
    report(contracts, std::span(within).subspan(begin, i - begin + 1), sum, threshold, diagnostics);
    return true;
  }
  return false;
}

// Once for a department and a supplier, at the least threshold that they pass.
void check_group(const ContractViews& contracts, std::vector<Award>& awards, const std::vector<Threshold>& thresholds,
                 Diagnostics& diagnostics) {
  if (awards.size() < 2) return;
  std::stable_sort(awards.begin(), awards.end(), [](const Award& a, const Award& b) { return a.on < b.on; });
  for (const Threshold& threshold : thresholds)
    if (check_threshold(contracts, awards, threshold, diagnostics)) return;
}

}  // namespace

void check_register_awards(const Inspection& site, Diagnostics& diagnostics) {
  const std::vector<Threshold> thresholds = decision_thresholds(site.model, site.config);
  if (thresholds.empty()) return;
  const ContractViews contracts(site.model);
  for (auto& [group, awards] : awards_by_supplier(site.model, contracts))
    check_group(contracts, awards, thresholds, diagnostics);
}

}  // namespace framewright
