#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace framewright {

// The fields and links of a contract that rules ask for. Their places in the type are looked up once, not for each of
// the many contracts of a register.
enum class ContractField : std::uint8_t {
  status,
  department,
  buyer,
  value_net,
  annual_value,
  vat_irrecoverable,
  original_value,
  awarded,
  start,
  end,
  review,
  base_end,
  max_end,
  extensions,
  open_ended,
  notice_period,
  procedure,
  justification,
  sme,
  vcse,
  cpv,
  light_touch,
  bids_received,
  count
};
enum class ContractLink : std::uint8_t {
  supplier,
  service,
  strategy,
  standards,
  decision,
  predecessor,
  successor,
  count
};

// Where the type of a site has them; a site may have changed the type, so each may be missing.
struct ContractPlaces {
  std::array<std::size_t, static_cast<std::size_t>(ContractField::count)> fields{};
  std::array<LinkId, static_cast<std::size_t>(ContractLink::count)> links{};
};

// One contract as rules look at it. It borrows from the model, which outlives it.
class ContractView {
public:
  ContractView(const Model& model, const ContractPlaces& places, ItemId id)
      : model_(model), places_(places), id_(id), item_(model.items[id]) {}

  ItemId id() const { return id_; }
  const Item& item() const { return item_; }
  const FieldValue* field(ContractField name) const;
  const Money* money(ContractField name) const { return scalar<Money>(name); }
  const Date* date(ContractField name) const { return scalar<Date>(name); }
  const std::string* text(ContractField name) const { return scalar<std::string>(name); }
  const std::int64_t* number(ContractField name) const { return scalar<std::int64_t>(name); }
  bool flag(ContractField name) const;
  bool is(ContractField name, std::string_view choice) const;
  // Neither given nor given and refused; a text of blanks counts as not given. Nothing is missing of a contract that
  // could not be read whole.
  bool lacks(ContractField name) const;
  bool was_refused(ContractField name) const;
  // The place of the value, else of the contract.
  Span where(ContractField name) const;
  // The links of one kind that the contract gives, in their order.
  std::vector<const Link*> links(ContractLink name) const;
  bool has(ContractLink name) const;
  // An amount that can be true: above £0, and none of those that stand in for one (is_placeholder).
  const Money* sound_money(ContractField name) const;
  // What it is worth, as far as is known: the whole value, else the estimate of a year. Both are sound.
  const Money* worth() const;
  ContractField worth_field() const;
  // The whole value, if it is sound, with the VAT that is known: that which cannot be got back.
  std::optional<Money> value_with_vat() const;
  // The award, else the start.
  const Date* begun() const;
  // Planned and not awarded: what is decided and published at the award is still to come.
  bool is_planned() const { return is(ContractField::status, "planned") && date(ContractField::awarded) == nullptr; }
  // The codes of the Common Procurement Vocabulary begin with the division of works, or it is light touch, or neither.
  bool is_light_touch() const { return flag(ContractField::light_touch); }
  bool is_works() const;

private:
  template <class T>
  const T* scalar(ContractField name) const {
    const FieldValue* value = field(name);
    const auto* scalar = value == nullptr ? nullptr : std::get_if<Scalar>(&value->value);
    return scalar == nullptr ? nullptr : std::get_if<T>(scalar);
  }

  const Model& model_;
  const ContractPlaces& places_;
  ItemId id_;
  const Item& item_;
};

// A penny, a pound and a row of nines, which registers hold for values that nobody knew.
bool is_placeholder(Money amount);

// All contracts of a site, nested in nothing, in reading order. None where the site has no such type.
class ContractViews {
public:
  explicit ContractViews(const Model& model);
  std::span<const ItemId> ids() const { return ids_; }
  ContractView operator[](ItemId id) const { return {model_, places_, id}; }

private:
  const Model& model_;
  ContractPlaces places_;
  std::span<const ItemId> ids_;
};

// The items of a type by its name; none where the site has no such type.
std::span<const ItemId> items_named(const Model& model, std::string_view type);

}  // namespace framewright
