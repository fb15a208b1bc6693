#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
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
  const Item& item(const Contract& contract) const { return model->items[contract.item]; }
};

Register read_register(const Model& model, const Config& config, bool drafts);

Total total_of(const Register& contracts, std::span<const ContractIndex> indexes);

}  // namespace framewright
