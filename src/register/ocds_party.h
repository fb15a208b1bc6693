#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "register/contract.h"
#include "register/data_table.h"

namespace framewright {

// An organisation of a contracting process, or a department of one.
struct OcdsParty {
  std::string id, name;
  std::vector<std::string_view> roles;  // of the codelist partyRole
  std::string scheme, number;           // of its register; empty when it is in none
  std::string charity_scheme, charity;  // of a second one, when it is a company and a charity
  std::string_view scale;               // micro, sme or large; empty when it is not known
  std::optional<bool> vcse;             // voluntary, of the community or a social enterprise
  std::string size, sector;             // as the register says them; empty when they are not known
};

// The parties of a contract, each once with all its roles: who buys, the department, who puts money in, and, when they
// are known by then, the suppliers.
std::vector<OcdsParty> ocds_parties(const OpenData& data, ItemId contract, bool with_suppliers);

// The party that a supplier is.
OcdsParty supplier_party(const OpenData& data, ItemId supplier);
// The names of those who buy: the organisation of the site when the contract names nobody.
std::vector<std::string> buyer_names(const OpenData& data, ItemId contract);

}  // namespace framewright
