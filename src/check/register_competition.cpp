#include "check/contract_view.h"
#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

using Field = ContractField;

void check_justification(const ContractView& contract, Diagnostics& diagnostics) {
  if (!contract.is(Field::procedure, "direct") || !contract.lacks(Field::justification)) return;
  Diagnostic& d = diagnostics.error("direct-without-justification", place_of(contract.item()),
                                    "this contract was awarded without competition and does not say why");
  d.notes.push_back({contract.where(Field::procedure), "procedure stands here"});
  d.help = "add justification: why it was awarded without competition; or mend procedure";
}

void check_bids(const ContractView& contract, Diagnostics& diagnostics) {
  const std::int64_t* bids = contract.number(Field::bids_received);
  if (bids == nullptr) return;
  const Span where = contract.where(Field::bids_received);
  if (*bids < 0) {
    diagnostics.error("bad-value", where, "bids_received cannot be below 0").help = "write how many bids were received";
  } else if (contract.is(Field::procedure, "tender") && *bids == 0) {
    diagnostics.error("bad-value", where, "bids_received is 0, and a contract was awarded by tender").help =
        "write how many bids were received; without a bid, procedure is \"direct\"";
  } else if (contract.is(Field::procedure, "tender") && *bids == 1) {
    diagnostics.warning("single-bid", where, "this tender received only one bid").help =
        "look at what kept others from bidding; waive this once that is known, and say it in the reason";
  }
}

}  // namespace

void check_register_competition(const Inspection& site, Diagnostics& diagnostics) {
  const ContractViews contracts(site.model);
  for (const ItemId id : contracts.ids()) {
    check_justification(contracts[id], diagnostics);
    check_bids(contracts[id], diagnostics);
  }
}

}  // namespace framewright
