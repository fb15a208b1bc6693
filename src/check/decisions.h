#pragma once

#include <optional>
#include <vector>

#include "model/model.h"

namespace framewright {

// Decisions that a contract names, and those that say they are about it; one that does both stands there twice.
std::vector<ItemId> decisions_on(const Model& model, ItemId contract);

// The board that took a decision, where it is known, and the greatest value that it may decide, where it has a limit.
struct DecidingBoard {
  ItemId board = no_item;
  const Money* limit = nullptr;
};
DecidingBoard board_of(const Model& model, ItemId decision);

// The greatest value that the boards that decided on a contract may decide: without end where one of them has no limit,
// nothing where none decided.
std::optional<Money> decided_up_to(const Model& model, ItemId contract);

}  // namespace framewright
