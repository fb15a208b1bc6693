#pragma once

#include <vector>

#include "register/register_lists.h"

namespace framewright {

// One item of a step, and what those contracts of the outcome come to that belong to it. A contract counts once in each
// item that it belongs to.
struct ThreadItem {
  ItemId item = no_item;
  Total total;
};

// One step from an outcome down to its contracts, such as its strategies.
struct ThreadStep {
  std::vector<ThreadItem> items;  // in reading order
  Total reached;                  // the contracts that belong to any of the items, each counted once
  Total beside;                   // those that belong to none: the thread is broken there
};

// How an outcome is worked for, each step from what is linked to the outcome itself.
struct OutcomeThread {
  ThreadStep needs;            // that affect it
  ThreadStep priorities;       // that contribute to it
  ThreadStep strategies;       // that work towards it, and those whose recommendations improve it
  ThreadStep recommendations;  // that improve it
  ThreadStep services;         // that deliver it
  std::vector<ItemId> indicators;
  Total total;             // of its contracts, each counted once
  std::size_t shared = 0;  // contracts that serve other outcomes too
};

OutcomeThread follow_outcome(const RegisterLists& lists, ItemId outcome);

// The strategies that work towards an outcome, and those whose recommendations improve it; in reading order.
std::vector<ItemId> strategies_for(const Register& contracts, ItemId outcome);

}  // namespace framewright
