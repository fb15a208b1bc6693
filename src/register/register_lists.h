#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "register/contract_order.h"
#include "register/contract_rows.h"
#include "register/contracts_by_item.h"
#include "register/facet.h"
#include "register/paged_list.h"

namespace framewright {

// What the pages of a register share. Made once and then only read, from any thread; it borrows from the model.
class RegisterLists {
public:
  RegisterLists(const Register& contracts, const ModelValues& values);

  const Register& contracts() const { return contracts_; }
  const Model& model() const { return *contracts_.model; }
  const ModelValues& values() const { return rows_.values(); }
  Date today() const { return contracts_.config->today; }
  const Words& words() const { return contracts_.config->words; }
  const ContractRows& rows() const { return rows_; }
  const ContractOrders& orders() const { return orders_; }
  const std::vector<Facet>& facets() const { return facets_; }
  const Facet& facet(std::string_view name) const;
  const ContractsByItem& by_item() const { return by_item_; }
  // The grants that a supplier received, in reading order.
  std::vector<ItemId> grants_of(ItemId supplier) const;
  // Grants that readers can see, in reading order.
  const std::vector<ItemId>& grants() const { return grants_; }

  const std::string& root() const { return root_; }    // "register/"
  const std::string& title() const { return title_; }  // what an author calls the register
  const std::string& summary() const { return summary_; }
  std::vector<std::pair<std::string, std::string>> crumbs() const { return {{title_, root_}}; }

  // The title of the introduction that an author gave an index page, or else the given one.
  std::string title_of(const std::string& address, std::string_view otherwise) const;
  // The place of a contract, by its item.
  std::optional<ContractIndex> find(ItemId item) const;

private:
  const Register& contracts_;
  ContractRows rows_;
  ContractOrders orders_;
  std::vector<Facet> facets_;
  ContractsByItem by_item_;
  std::vector<ItemId> grants_;
  std::string root_, title_, summary_;
};

}  // namespace framewright
