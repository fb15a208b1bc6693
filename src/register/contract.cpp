#include "register/contract.h"

#include <array>

namespace framewright {

namespace {

constexpr std::array<std::string_view, 4> stage_names{"planned", "active", "ended", "terminated"};

Answer answer_field(const Item& item, const TypeDef& type, std::string_view name) {
  const std::string* text = text_field(item, type, name);
  if (text == nullptr) return Answer::unknown;
  return *text == "yes" ? Answer::yes : *text == "no" ? Answer::no : Answer::unknown;
}

template <class T>
std::optional<T> copy_of(const T* value) {
  return value == nullptr ? std::nullopt : std::optional<T>(*value);
}

bool flag_field(const Item& item, const TypeDef& type, std::string_view name) {
  const FieldValue* field = item.field(type, name);
  const auto* scalar = field == nullptr ? nullptr : std::get_if<Scalar>(&field->value);
  const bool* flag = scalar == nullptr ? nullptr : std::get_if<bool>(scalar);
  return flag != nullptr && *flag;
}

ContractStage stage_of(const Contract& contract, const std::string* status, Date today) {
  for (std::size_t i = 0; status != nullptr && i < stage_names.size(); ++i)
    if (*status == stage_names[i]) return static_cast<ContractStage>(i);
  if (contract.start && today < *contract.start) return ContractStage::planned;
  if (!contract.open_ended && contract.end && *contract.end < today) return ContractStage::ended;
  return ContractStage::active;
}

}  // namespace

std::string_view contract_stage_name(ContractStage stage) { return stage_names[static_cast<std::size_t>(stage)]; }

Contract read_contract(const Model& model, ItemId id, Date today) {
  const Item& item = model.items[id];
  const TypeDef& type = model.type(item);
  Contract contract;
  contract.item = id;
  contract.value = copy_of(money_field(item, type, "value_net"));
  contract.annual_value = copy_of(money_field(item, type, "annual_value"));
  contract.awarded = copy_of(date_field(item, type, "awarded"));
  contract.start = copy_of(date_field(item, type, "start"));
  contract.end = copy_of(date_field(item, type, "end"));
  contract.review = copy_of(date_field(item, type, "review"));
  contract.sme = answer_field(item, type, "sme");
  contract.vcse = answer_field(item, type, "vcse");
  contract.open_ended = flag_field(item, type, "open_ended");
  contract.stage = stage_of(contract, text_field(item, type, "status"), today);
  return contract;
}

std::vector<ItemId> linked_items(const Model& model, ItemId item, std::string_view link) {
  std::vector<ItemId> items;
  for (const Link& each : model.links_from(item))
    if (model.schema->links[each.link].name == link) items.push_back(each.to);
  return items;
}

}  // namespace framewright
