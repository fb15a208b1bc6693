#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "model/extension.h"
#include "model/model.h"

namespace framewright {

// An answer to a question that may not have been asked: "not known" and "no" are different words to a reader.
enum class Answer : std::uint8_t { unknown, no, yes };

// Where a contract stands in its life: as its status says, else as its dates do.
enum class ContractStage : std::uint8_t { planned, active, ended, terminated };
std::string_view contract_stage_name(ContractStage stage);

inline constexpr std::uint16_t no_department = 0xffff;

// What lists, totals and charts need of a contract; the rest is read from its item.
struct Contract {
  ItemId item = no_item;
  std::optional<Money> value;         // whole, without VAT
  std::optional<Money> annual_value;  // estimated, without VAT
  std::optional<Date> awarded, start, end, review;
  std::uint16_t department = no_department;  // in Register::departments
  ContractStage stage = ContractStage::active;
  Answer sme = Answer::unknown, vcse = Answer::unknown;
  bool open_ended = false;
};

// Reads one contract; its department is looked up by the caller.
Contract read_contract(const Model& model, ItemId item, Date today);

// The items that a contract (or any item) names by one of its links, in their order.
std::vector<ItemId> linked_items(const Model& model, ItemId item, std::string_view link);

}  // namespace framewright
