#include "register/register.h"

#include <limits>
#include <unordered_map>

namespace framewright {

namespace {

// A sum that leaves the range of 64 bits stays at its end: no register of pounds comes near it.
void add(Money& sum, Money amount) {
  if (__builtin_add_overflow(sum.pence, amount.pence, &sum.pence))
    sum.pence = amount.pence < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

}  // namespace

Register read_register(const Model& model, const Config& config, bool drafts) {
  Register result{&model, &config, {}, config.contracts.departments};
  result.drafts = drafts;
  const auto type = model.schema->find("contract");
  if (!type) return result;
  const TypeDef& def = model.schema->types[*type];
  std::unordered_map<std::string, std::uint16_t> known;
  for (const std::string& department : result.departments)
    known.try_emplace(department, static_cast<std::uint16_t>(known.size()));
  for (const ItemId id : model.of_type(*type)) {
    const Item& item = model.items[id];
    if (item.draft && !drafts) continue;
    Contract contract = read_contract(model, id, config.today);
    if (const std::string* department = text_field(item, def, "department");
        department != nullptr && known.size() < no_department) {
      const auto [entry, fresh] = known.try_emplace(*department, static_cast<std::uint16_t>(known.size()));
      if (fresh) result.departments.push_back(*department);
      contract.department = entry->second;
    }
    result.contracts.push_back(contract);
  }
  return result;
}

Total total_of(const Register& contracts, std::span<const ContractIndex> indexes) {
  Total total;
  total.contracts = indexes.size();
  for (const ContractIndex index : indexes) {
    const Contract& contract = contracts.contracts[index];
    if (contract.value) {
      add(total.value, *contract.value);
    } else {
      ++total.without_value;
      if (contract.annual_value) add(total.annual_value, *contract.annual_value);
    }
  }
  return total;
}

}  // namespace framewright
