#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/values.h"
#include "model/words.h"
#include "register/register.h"
#include "template/value.h"

namespace framewright {

// Where a contract stands, in words and as the kind of its tag: "Ends in 4 months" and "soon". Kinds are planned,
// active, soon (it ends within 6 months), ended and terminated.
struct ContractState {
  std::string words;
  std::string_view kind;
};
ContractState state_of(const Contract& contract, Date today, const Words& words);

// What stands for a value that is not there: "£18,000 a year (estimated)", "Withheld" or "Not known".
std::string words_for_no_value(const Register& contracts, const Contract& contract);
// What stands for an end that is not there: "Open ended", "Withheld" or "Not known".
std::string words_for_no_end(const Register& contracts, const Contract& contract);
// "Withheld", "None yet" of a supplier that is still to be chosen, or "Not known".
std::string_view words_for_nothing(const Register& contracts, const Contract& contract, std::string_view field);

// Items that an item links to and that readers can see.
std::vector<ItemId> published_links(const Register& contracts, ItemId item, std::string_view link);

// What the rows of lists, and their totals, are to templates. Borrows from the model; safe from any thread.
class ContractRows {
public:
  ContractRows(const Register& contracts, const ModelValues& values) : contracts_(contracts), values_(values) {}

  // `item`, `suppliers` (items), `no_supplier`, `value` (money or empty), `no_value`, `no_start`, `no_end` (words),
  // `state`, `state_kind`.
  Table& row(ContractIndex index, Arena& arena) const;
  Array& rows(std::span<const ContractIndex> indexes, Arena& arena) const;
  // `contracts`, `value`, `annual` (money), `with_annual`, `withheld`, `not_known`.
  static Table& total(const Total& total, Arena& arena);
  // The first rows of a list with its total: `rows`, `total`, `more` (the address of the whole list; empty where all
  // rows stand here).
  static Table& section(Array& rows, const Total& total, const std::string& more, Arena& arena);
  Array& items(std::span<const ItemId> items, Arena& arena) const;

  const Register& contracts() const { return contracts_; }
  const ModelValues& values() const { return values_; }

private:
  const Register& contracts_;
  const ModelValues& values_;
};

}  // namespace framewright
