#include <algorithm>
#include <array>

#include "check/contract_view.h"
#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

void check_register_thread(const Inspection& site, Diagnostics& diagnostics) {
  const auto unreadable = [&](std::string_view name) {
    const auto type = site.model.schema->find(name);
    return type && site.known.is_unreadable(*type);
  };
  constexpr std::array<std::string_view, 3> purposes{"service", "strategy", "standard"};
  if (std::any_of(purposes.begin(), purposes.end(), unreadable)) return;
  const ContractViews contracts(site.model);
  for (const ItemId id : contracts.ids()) {
    const ContractView contract = contracts[id];
    if (contract.item().incomplete || contract.item().leads_nowhere || contract.has(ContractLink::service) ||
        contract.has(ContractLink::strategy) || contract.has(ContractLink::standards))
      continue;
    diagnostics
        .warning("contract-without-purpose", place_of(contract.item()),
                 "this contract is for no service, strategy or standard")
        .help = "name what it is bought for with for, strategy or standards";
  }
}

}  // namespace framewright
