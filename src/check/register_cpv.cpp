#include "check/contract_view.h"
#include "check/inspection.h"
#include "check/wording.h"
#include "model/cpv.h"

namespace framewright {

// The last digit of a code is never checked: the published digits do not follow from the algorithm that is documented.
void check_register_cpv(const Inspection& site, Diagnostics& diagnostics) {
  const ContractViews contracts(site.model);
  for (const ItemId id : contracts.ids()) {
    const FieldValue* field = contracts[id].field(ContractField::cpv);
    const auto* codes = field == nullptr ? nullptr : std::get_if<std::vector<ListElement>>(&field->value);
    if (codes == nullptr) continue;
    for (const ListElement& code : *codes) {
      const auto* text = std::get_if<std::string>(&code.value);
      if (text == nullptr || !cpv_division_name(cpv_division(*text)).empty()) continue;
      diagnostics
          .warning("unknown-cpv-division", code.where,
                   "the Common Procurement Vocabulary has no division " + quoted(text->substr(0, 2)))
          .help = "look the code up: its first two digits are the division, such as 85 for health and social work";
    }
  }
}

}  // namespace framewright
