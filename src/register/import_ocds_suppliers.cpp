#include "register/import_ocds_suppliers.h"

#include <algorithm>
#include <unordered_map>

#include "register/import_json.h"

namespace framewright {

namespace {

using Kind = JsonValue::Kind;

// The field that numbers of a register stand in; "" for a register that has no field.
std::string number_field(std::string_view scheme) {
  if (scheme == "GB-COH") return "company_number";
  return scheme == "GB-CHC" || scheme == "GB-SC" || scheme == "GB-NIC" ? "charity_number" : "";
}

std::string number_of(const JsonValue& party) {
  const JsonValue& identifier = member(party, "identifier");
  return number_field(identifier.text_of("scheme")).empty() ? "" : text_member(identifier, "id");
}

bool is_of_a_register(std::string_view id) { return id.starts_with("GB-"); }

}  // namespace

bool has_role(const JsonValue& party, std::string_view role) {
  const std::vector<JsonValue>& roles = member(party, "roles").items;
  return std::any_of(roles.begin(), roles.end(), [&](const JsonValue& each) { return each.text == role; });
}

void OcdsSuppliers::reserve_ids(const JsonValue& release) {
  for (const JsonValue& party : member(release, "parties").items)
    if (const std::string_view id = party.text_of("id");
        has_role(party, "supplier") && is_plain_id(id) && !is_of_a_register(id))
      names_.reserve(id);
}

void OcdsSuppliers::read_numbers(const JsonValue& party, ImportedItem& supplier, const std::string& contract) {
  const auto read_number = [&](const JsonValue& identifier, const std::string& path) {
    const std::string scheme = text_member(identifier, "scheme"), number = text_member(identifier, "id");
    const std::string field = number_field(scheme);
    if (number.empty()) return;
    if (field.empty())
      report_.note(path + " of the scheme \"" + scheme + "\" was left out", number + " in " + contract);
    else
      names_.set(supplier, field, number);
  };
  const JsonValue& identifier = member(party, "identifier");
  read_number(identifier, "parties.identifier");
  for (const JsonValue& other : member(party, "additionalIdentifiers").items)
    read_number(other, "parties.additionalIdentifiers");
  if (const std::string_view legal = identifier.text_of("legalName"); !legal.empty() && legal != party.text_of("name"))
    report_.note("parties.identifier.legalName was left out where it is not the name",
                 "\"" + std::string(legal) + "\" in " + contract);
}

// A scale says less than a size. Of the one supplier of a contract, it and vcse may be the answers of the contract.
void OcdsSuppliers::read_details(const JsonValue& party, ImportedItem& supplier, const ImportedItem& contract) {
  const JsonValue& details = member(party, "details");
  const std::string scale = text_member(details, "scale"), size = text_member(details, "size");
  const std::string sector = text_member(details, "sector");
  const std::string whose = "\"" + text_member(party, "name") + "\" in " + contract.id;
  sme_.add(!scale.empty() && size.empty(), scale != "large");
  if (!size.empty())
    names_.set(supplier, "size", size);
  else if (scale == "micro" || (scale == "large" && count_ > 1))
    names_.set(supplier, "size", scale);
  else if (scale == "sme" && count_ > 1)
    report_.note("parties.details.scale says small or medium: the size of the supplier was left open", whose);
  const JsonValue& vcse = member(details, "vcse");
  vcse_.add(vcse.kind == Kind::boolean && sector.empty(), vcse.boolean);
  if (!sector.empty())
    names_.set(supplier, "sector", sector);
  else if (vcse.kind == Kind::boolean && count_ > 1)
    report_.note("parties.details.vcse does not say the sector of the supplier, which was left open", whose);
}

void OcdsSuppliers::read_one(const JsonValue& reference, const JsonValue& party, ImportedItem& contract) {
  std::string name = text_member(reference, "name");
  if (name.empty()) name = text_member(party, "name");
  if (name.empty()) {
    report_.note("a supplier without a name was left out", "in " + contract.id);
    return;
  }
  const std::string_view id = reference.text_of("id");
  ImportedItem& supplier = names_.named(name, number_of(party), is_of_a_register(id) ? std::string_view() : id);
  contract.fields["supplier"].push_back(supplier.id);
  read_numbers(party, supplier, contract.id);
  read_details(party, supplier, contract);
}

// Of a contract with several suppliers it is so when it is of one, and not so only when it is known of each.
void OcdsSuppliers::answer(ImportedItem& contract, const std::string& field, const Answers& answers) const {
  const char* word = answers.yes ? "yes" : answers.open || count_ == 0 ? "unknown" : "no";
  contract.fields.try_emplace(field, std::vector<std::string>{word});
}

void OcdsSuppliers::read(const JsonValue& release, const JsonValue& award, ImportedItem& contract) {
  std::unordered_map<std::string_view, const JsonValue*> parties;
  std::vector<const JsonValue*> held;
  for (const JsonValue& party : member(release, "parties").items) parties.emplace(party.text_of("id"), &party);
  for (const JsonValue& supplier : member(award, "suppliers").items) held.push_back(&supplier);
  for (const JsonValue& party : member(release, "parties").items)
    if (member(award, "suppliers").items.empty() && has_role(party, "supplier")) held.push_back(&party);
  sme_ = vcse_ = {};
  count_ = held.size();
  for (const JsonValue* reference : held) {
    const auto party = parties.find(reference->text_of("id"));
    read_one(*reference, party == parties.end() ? no_value() : *party->second, contract);
  }
  answer(contract, "sme", sme_);
  answer(contract, "vcse", vcse_);
}

}  // namespace framewright
