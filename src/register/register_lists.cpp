#include "register/register_lists.h"

#include <algorithm>

namespace framewright {

RegisterLists::RegisterLists(const Register& contracts, const ModelValues& values)
    : contracts_(contracts),
      rows_(contracts, values),
      orders_(contracts),
      facets_(find_facets(contracts, orders_[ContractOrder::title])),
      by_item_(contracts, orders_[ContractOrder::title]),
      root_(register_root(contracts)),
      title_(title_of(root_, words().text("register.title"))) {
  if (const ItemId intro = model().find_page(root_ + "index"); intro != no_item) {
    const Item& page = model().items[intro];
    if (const std::string* summary = text_field(page, model().type(page), "summary")) summary_ = *summary;
  }
  if (const auto type = model().schema->find("grant"))
    for (const ItemId grant : model().of_type(*type))
      if (contracts.shows(grant)) grants_.push_back(grant);
}

std::string RegisterLists::title_of(const std::string& address, std::string_view otherwise) const {
  const ItemId intro = model().find_page(address + "index");
  const bool titled = intro != no_item && !model().items[intro].title.empty();
  return titled ? model().items[intro].title : std::string(otherwise);
}

std::vector<ItemId> RegisterLists::grants_of(ItemId supplier) const {
  std::vector<ItemId> grants;
  for (const std::uint32_t index : model().links_to(supplier)) {
    const ItemId from = model().links[index].from;
    if (model().type(model().items[from]).name == "grant" && contracts_.shows(from)) grants.push_back(from);
  }
  return grants;
}

const Facet& RegisterLists::facet(std::string_view name) const {
  return *std::find_if(facets_.begin(), facets_.end(), [&](const Facet& facet) { return facet.name == name; });
}

std::optional<ContractIndex> RegisterLists::find(ItemId item) const {
  const std::vector<Contract>& all = contracts_.contracts;
  const auto at = std::lower_bound(all.begin(), all.end(), item,
                                   [](const Contract& contract, ItemId wanted) { return contract.item < wanted; });
  if (at == all.end() || at->item != item) return std::nullopt;
  return static_cast<ContractIndex>(at - all.begin());
}

}  // namespace framewright
