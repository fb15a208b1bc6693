#include "register/register.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace framewright {

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

std::string register_root(const Register& contracts) {
  return contracts.model->schema->types[*contracts.model->schema->find("contract")].folder + "/";
}

void add_to(Money& sum, Money amount) {
  if (__builtin_add_overflow(sum.pence, amount.pence, &sum.pence))
    sum.pence = amount.pence < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

int share_of(Money amount, Money whole, int parts) {
  const std::int64_t most = std::int64_t{4} * parts;
  const std::int64_t scale = whole.pence > std::numeric_limits<std::int64_t>::max() / most ? most : 1;
  const std::int64_t all = whole.pence / scale, part = std::clamp(amount.pence / scale, std::int64_t(0), all);
  return all <= 0 ? 0 : static_cast<int>((part * parts + all / 2) / all);
}

void add_to(Total& total, const Register& contracts, ContractIndex index) {
  const Contract& contract = contracts.contracts[index];
  ++total.contracts;
  if (contract.value) return add_to(total.value, *contract.value);
  ++total.without_value;
  if (contract.annual_value) {
    ++total.with_annual;
    add_to(total.annual_value, *contract.annual_value);
  } else if (is_withheld(*contracts.model, contract.item, "value_net")) {
    ++total.withheld;
  }
}

Total total_of(const Register& contracts, std::span<const ContractIndex> indexes) {
  Total total;
  for (const ContractIndex index : indexes) add_to(total, contracts, index);
  return total;
}

bool is_withheld(const Model& model, ItemId contract, std::string_view field) {
  for (const ItemId nested : model.nested_in(contract)) {
    const Item& item = model.items[nested];
    const TypeDef& type = model.type(item);
    if (type.name != "redaction") continue;
    if (const std::string* name = text_field(item, type, "field"); name != nullptr && *name == field) return true;
  }
  return false;
}

}  // namespace framewright
