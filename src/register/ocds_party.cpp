#include "register/ocds_party.h"

#include <algorithm>

namespace framewright {

namespace {

std::string text_of(const Item& item, const TypeDef& type, std::string_view field) {
  const std::string* text = text_field(item, type, field);
  return text == nullptr ? std::string() : *text;
}

// The schemes of https://org-id.guide/.
void identify(OcdsParty& party, const std::string& company, const std::string& charity) {
  const std::string scheme = charity.empty()              ? ""
                             : charity.starts_with("SC")  ? "GB-SC"
                             : charity.starts_with("NIC") ? "GB-NIC"
                                                          : "GB-CHC";
  party.scheme = company.empty() ? scheme : "GB-COH";
  party.number = company.empty() ? charity : company;
  if (!company.empty()) {
    party.charity_scheme = scheme;
    party.charity = charity;
  }
  if (!party.scheme.empty()) party.id = party.scheme + "-" + party.number;
}

std::string_view scale_of(std::string_view size) {
  if (size == "micro") return "micro";
  if (size == "small" || size == "medium") return "sme";
  return size == "large" ? "large" : "";
}

std::optional<bool> vcse_of(std::string_view sector) {
  if (sector == "voluntary" || sector == "social enterprise") return true;
  if (sector == "private" || sector == "public") return false;
  return std::nullopt;
}

// What a contract says of its suppliers is said of the one when there is one.
void complete_from(const Contract& contract, OcdsParty& party) {
  if (party.scale.empty() && contract.sme != Answer::unknown)
    party.scale = contract.sme == Answer::yes ? "sme" : "large";
  if (!party.vcse && contract.vcse != Answer::unknown) party.vcse = contract.vcse == Answer::yes;
}

void add(std::vector<OcdsParty>& parties, OcdsParty party) {
  const auto same =
      std::find_if(parties.begin(), parties.end(), [&](const OcdsParty& other) { return other.id == party.id; });
  if (same == parties.end()) {
    parties.push_back(std::move(party));
    return;
  }
  for (const std::string_view role : party.roles)
    if (std::find(same->roles.begin(), same->roles.end(), role) == same->roles.end()) same->roles.push_back(role);
}

// An organisation that is known by its name alone.
OcdsParty named_party(const std::string& name, std::string_view role) {
  OcdsParty party;
  party.id = party.name = name;
  party.roles = {role};
  return party;
}

void add_suppliers(std::vector<OcdsParty>& parties, const OpenData& data, ItemId contract) {
  std::vector<ItemId> suppliers = linked_items(data.model(), contract, "supplier");
  std::erase_if(suppliers, [&](ItemId supplier) { return !data.is_shown(supplier); });
  for (const ItemId supplier : suppliers) {
    OcdsParty party = supplier_party(data, supplier);
    if (suppliers.size() == 1) complete_from(read_contract(data.model(), contract, data.config().today), party);
    add(parties, std::move(party));
  }
}

}  // namespace

OcdsParty supplier_party(const OpenData& data, ItemId supplier) {
  const Item& item = data.model().items[supplier];
  const TypeDef& type = data.model().type(item);
  OcdsParty party;
  party.id = item.id;
  party.name = data.model().name(supplier);
  party.roles = {"supplier"};
  identify(party, text_of(item, type, "company_number"), text_of(item, type, "charity_number"));
  if (const std::string size = text_of(item, type, "size"); size != "unknown") party.size = size;
  if (const std::string sector = text_of(item, type, "sector"); sector != "unknown") party.sector = sector;
  party.scale = scale_of(party.size);
  party.vcse = vcse_of(party.sector);
  return party;
}

std::vector<std::string> buyer_names(const OpenData& data, ItemId contract) {
  const Item& item = data.model().items[contract];
  std::vector<std::string> names = text_list_field(item, data.model().type(item), "buyer");
  std::erase_if(names, [](const std::string& name) { return name.empty(); });
  const Config& config = data.config();
  if (names.empty()) names.push_back(config.organisation.name.empty() ? config.title : config.organisation.name);
  return names;
}

std::vector<OcdsParty> ocds_parties(const OpenData& data, ItemId contract, bool with_suppliers) {
  const Model& model = data.model();
  const Item& item = model.items[contract];
  std::vector<OcdsParty> parties;
  for (const std::string& name : buyer_names(data, contract)) add(parties, named_party(name, "buyer"));
  if (const std::string department = text_of(item, model.type(item), "department"); !department.empty())
    add(parties, named_party(department, "procuringEntity"));
  for (const ItemId nested : model.nested_in(contract)) {
    const Item& share = model.items[nested];
    const TypeDef& type = model.type(share);
    if (type.name != "pooled_share") continue;
    if (const std::string partner = text_of(share, type, "partner"); !partner.empty())
      add(parties, named_party(partner, "funder"));
  }
  if (with_suppliers) add_suppliers(parties, data, contract);
  return parties;
}

}  // namespace framewright
