#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/config.h"
#include "model/model.h"
#include "register/contract.h"

namespace framewright {

// Place of a contract in Register::contracts.
using ContractIndex = std::uint32_t;

// What a list of contracts comes to. A contract counts once, however many suppliers, services or outcomes share it.
struct Total {
  std::size_t contracts = 0;
  Money value;                    // of those whose value is known
  std::size_t without_value = 0;  // those with no whole value
  Money annual_value;             // estimated, a year, of those with no whole value
  std::size_t with_annual = 0;    // those with no whole value and an estimate a year
  std::size_t withheld = 0;       // those with neither, as the value is withheld
  std::size_t not_known() const { return without_value - with_annual - withheld; }
};

// The contract register of a site as its pages and its data show it: drafts left out unless they are asked for. Made
// once, of a model whose redactions were applied, and then only read; it borrows from the model.
struct Register {
  const Model* model = nullptr;
  const Config* config = nullptr;
  std::vector<Contract> contracts;       // in reading order
  std::vector<std::string> departments;  // as site.toml lists them, then others as they come
  bool drafts = false;                   // whether drafts are published

  bool empty() const { return contracts.empty(); }
  // Whether readers see an item: it is no draft, or drafts are published.
  bool shows(ItemId item) const { return drafts || !model->items[item].draft; }
  const Item& item(const Contract& contract) const { return model->items[contract.item]; }
};

Register read_register(const Model& model, const Config& config, bool drafts);

// Where the register stands: "register/".
std::string register_root(const Register& contracts);

// Adds an amount; a sum that would leave the range of 64 bits stays at its end, which no register of pounds comes near.
void add_to(Money& sum, Money amount);
// How many hundredths, or other parts, of the whole an amount is, rounded; 0 when there is no whole, or less than none.
int share_of(Money amount, Money whole, int parts = 100);

// Counts one contract more.
void add_to(Total& total, const Register& contracts, ContractIndex index);
Total total_of(const Register& contracts, std::span<const ContractIndex> indexes);

// Whether a redaction of the contract names the field or link, so that a reader is told that it is withheld and not
// that it is not known.
bool is_withheld(const Model& model, ItemId contract, std::string_view field);

}  // namespace framewright
