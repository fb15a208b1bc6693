#include <limits>
#include <string>
#include <unordered_set>

#include "check/contract_view.h"
#include "check/inspection.h"
#include "check/wording.h"
#include "port/unicode.h"

namespace framewright {

namespace {

using Field = ContractField;

struct Share {
  const Item* item = nullptr;
  const std::string* partner = nullptr;
  const Money* amount = nullptr;
  Span partner_where, amount_where;
};

std::vector<Share> shares_of(const Model& model, ItemId contract) {
  std::vector<Share> shares;
  for (const ItemId id : model.nested_in(contract)) {
    const Item& item = model.items[id];
    const TypeDef& type = model.type(item);
    if (type.name != "pooled_share") continue;
    Share share{&item, text_field(item, type, "partner"), money_field(item, type, "share"), {}, {}};
    if (share.partner != nullptr) share.partner_where = item.field(type, "partner")->where;
    if (share.amount != nullptr) share.amount_where = item.field(type, "share")->where;
    shares.push_back(share);
  }
  return shares;
}

// A sum beyond 64 bits stays at its end; it is wrong in any case.
void add(Money& sum, Money amount) {
  if (__builtin_add_overflow(sum.pence, amount.pence, &sum.pence)) sum.pence = std::numeric_limits<std::int64_t>::max();
}

void check_sum(const ContractView& contract, const std::vector<Share>& shares, Diagnostics& diagnostics) {
  Money sum;
  for (const Share& share : shares) {
    if (share.amount == nullptr) return;  // missing-field or bad-value
    if (share.amount->pence < 0) {
      diagnostics.error("value-not-positive", share.amount_where, "share cannot be below £0").help =
          "write what the partner puts in, in pounds and without VAT";
      return;
    }
    add(sum, *share.amount);
  }
  const Money* value = contract.worth();
  if (value == nullptr || sum == *value) return;
  const std::string name = contract.worth_field() == Field::value_net ? "value_net" : "annual_value";
  Diagnostic& d = diagnostics.error("pooled-shares-mismatch", shares.front().amount_where,
                                    "the shares of the partners come to " + format_money(sum) + ", not to " + name);
  d.label = name + " is " + format_money(*value);
  d.notes.push_back({contract.where(contract.worth_field()), name + " stands here"});
  d.help = "mend the share or the value that is wrong; the shares of all partners make up the whole";
}

void check_partners(const Inspection& site, const ContractView& contract, const std::vector<Share>& shares,
                    Diagnostics& diagnostics) {
  if (contract.was_refused(Field::buyer)) return;
  const FieldValue* field = contract.field(Field::buyer);
  std::unordered_set<std::string> buyers;
  if (const auto* list = field == nullptr ? nullptr : std::get_if<std::vector<ListElement>>(&field->value))
    for (const ListElement& each : *list)
      if (const auto* name = std::get_if<std::string>(&each.value)) buyers.insert(fold_case(*name));
  if (buyers.empty()) buyers.insert(fold_case(site.config.organisation.name));
  for (const Share& share : shares) {
    if (share.partner == nullptr || buyers.contains(fold_case(*share.partner))) continue;
    Diagnostic& d = diagnostics.warning("partner-not-buyer", share.partner_where,
                                        quoted(*share.partner) + " puts money in and is not named as a buyer");
    if (field != nullptr) d.notes.push_back({field->where, "the buyers stand here"});
    d.help = "name all that buy together in buyer, spelt as here";
    return;  // one list of buyers to mend
  }
}

}  // namespace

void check_register_pooled(const Inspection& site, Diagnostics& diagnostics) {
  const ContractViews contracts(site.model);
  for (const ItemId id : contracts.ids()) {
    const std::vector<Share> shares = shares_of(site.model, id);
    if (shares.empty()) continue;
    check_sum(contracts[id], shares, diagnostics);
    check_partners(site, contracts[id], shares, diagnostics);
  }
}

}  // namespace framewright
